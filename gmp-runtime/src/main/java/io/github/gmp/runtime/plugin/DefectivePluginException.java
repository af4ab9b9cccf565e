package io.github.gmp.runtime.plugin;

/** A plugin did something that its contract rules out; the message names component, plugin and jar. */
public final class DefectivePluginException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    DefectivePluginException(String message) {
        super(message);
    }

    DefectivePluginException(String message, Throwable cause) {
        super(message, cause);
    }
}
