package io.github.gmp.runtime.files;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of hidden files and folders that are only there while a process works: {@code .NAME.HOST-PID-RANDOM.PURPOSE}. Nobody can guess them,
 * and whoever finds one can tell whether the process that made it still lives.
 */
public final class TemporaryNames {
    /** The end of the name of a file that is being written. */
    public static final String FILE = "tmp";
    /** The end of the name of a folder of parts that processes write. */
    public static final String FOLDER = "parts";

    private static final Logger LOG = LogManager.getLogger(TemporaryNames.class);
    private static final Pattern NAME = Pattern.compile(
            "\\..+\\.([0-9a-f]{12})-([0-9]{1,18})-[0-9a-f]{16}\\.(?:[a-z]+\\.)?(?:" + FILE + "|" + FOLDER + ")");

    private TemporaryNames() {}

    /** Found out once: it does not change while a process runs. */
    private static final class Here {
        static final String HOST = hash();

        /**
         * Numbers of processes mean something on one machine only, and there within one container; containers often have the same host name,
         * and machines that were copied the same machine id.
         */
        private static String hash() {
            String text = read(Path.of("/etc/machine-id")) + "\n" + hostName() + "\n" + processNamespace();
            return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
        }

        private static String hostName() {
            String name = read(Path.of("/proc/sys/kernel/hostname"));
            if (!name.isEmpty()) {
                return name;
            }
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (IOException e) {
                // A machine without a name: leftovers of others without one are told apart by the rest.
                return "";
            }
        }

        private static String processNamespace() {
            try {
                return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
            } catch (IOException | UnsupportedOperationException e) {
                // Only Linux has them.
                return "";
            }
        }

        private static String read(Path file) {
            try {
                return Files.readString(file).strip();
            } catch (IOException e) {
                // Only Linux has it.
                return "";
            }
        }
    }

    /**
     * {@return a name that nobody else has, for something beside a file}
     *
     * @param name name of the file
     * @param ending {@link #FILE} or {@link #FOLDER}, perhaps after a word in lower case and a dot that says what it holds
     */
    public static String of(String name, String ending) {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        return "." + name + "." + Here.HOST + "-" + ProcessHandle.current().pid() + "-"
                + HexFormat.of().formatHex(random) + "." + ending;
    }

    /**
     * Removes what processes of this machine have left in a folder that do not live any more. What was made by living ones or on other
     * machines stays. Nothing happens if the folder does not exist; what cannot be removed stays too.
     *
     * @param folder a folder that is about to be written to
     */
    public static void removeLeftovers(Path folder) {
        try (DirectoryStream<Path> hidden = Files.newDirectoryStream(folder, ".*.{" + FILE + "," + FOLDER + "}")) {
            for (Path file : hidden) {
                if (isLeftover(file.getFileName().toString())) {
                    remove(file);
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // Leftovers do no harm, and what is wrong with the folder is told by whoever writes to it.
            LOG.debug("leftovers in {} cannot be looked for", folder, e);
        }
    }

    private static boolean isLeftover(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                && matcher.group(1).equals(Here.HOST)
                && ProcessHandle.of(Long.parseLong(matcher.group(2))).isEmpty();
    }

    private static void remove(Path leftover) {
        try {
            if (Files.isDirectory(leftover, LinkOption.NOFOLLOW_LINKS)) {
                removeFolder(leftover);
            } else {
                Files.deleteIfExists(leftover);
            }
        } catch (IOException e) {
            LOG.debug("{} cannot be removed", leftover, e);
        }
    }

    /**
     * Removes a folder of files.
     *
     * @param folder a folder without folders in it
     * @throws IOException if it cannot be removed
     */
    public static void removeFolder(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
