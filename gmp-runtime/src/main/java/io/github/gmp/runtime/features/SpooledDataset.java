package io.github.gmp.runtime.features;

import io.jhdf.ObjectHeader;
import io.jhdf.WritableDatasetImpl;
import io.jhdf.api.Group;
import io.jhdf.exceptions.HdfWritingException;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.DataSpace;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import io.jhdf.object.message.FillValueMessage;
import io.jhdf.object.message.Message;
import io.jhdf.storage.HdfFileChannel;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A contiguous data set whose numbers lie in a file: jHDF itself writes what is in memory only. */
final class SpooledDataset extends WritableDatasetImpl {
    private final Path body;
    private final DataType type;
    private final DataSpace space;

    /**
     * @param prototype an array of the type and with as many axes
     * @param name name of the data set
     * @param parent the group it is in
     * @param body file of bare little-endian numbers
     * @param shape length along each axis
     */
    SpooledDataset(Object prototype, String name, Group parent, Path body, long... shape) {
        super(prototype, name, parent);
        this.body = body;
        this.type = DataType.fromObject(prototype);
        this.space = DataSpace.modifyDimensions(DataSpace.fromObject(prototype), shape);
    }

    @Override
    public long write(HdfFileChannel file, long position) {
        try {
            long bytes = Files.size(body);
            // The header has the same length whatever the address in it.
            long start = position + header(position, 0, bytes).toBuffer().limit();
            copyBody(file.getFileChannel(), start);
            file.write(header(position, start, bytes).toBuffer(), position);
            file.position(start + bytes);
            return start + bytes;
        } catch (IOException e) {
            throw new HdfWritingException("cannot write data set " + getName(), e);
        }
    }

    private ObjectHeader.ObjectHeaderV2 header(long position, long start, long bytes) {
        List<Message> messages = new ArrayList<>();
        messages.add(DataTypeMessage.create(type));
        messages.add(DataSpaceMessage.create(space));
        messages.add(FillValueMessage.NO_FILL);
        messages.add(ContiguousDataLayoutMessage.create(start, bytes));
        return new ObjectHeader.ObjectHeaderV2(position, messages);
    }

    private void copyBody(FileChannel target, long start) throws IOException {
        try (FileChannel source = FileChannel.open(body, StandardOpenOption.READ)) {
            target.position(start);
            for (long done = 0; done < source.size(); ) {
                done += source.transferTo(done, source.size() - done, target);
            }
        }
        Files.delete(body);
    }
}
