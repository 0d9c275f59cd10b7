package org.penumbra.data;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A file while it is written, beside its place and under another name: what is in its place stays as it is until
 * {@link #place} puts the new one there in one step. In this order: {@link #begin}, write to {@link #stream},
 * {@link #finish}, {@link #place}, {@link #close}. Who needs one file takes {@link WholeFile}; who needs several that
 * belong together finishes all of them before the first is placed.
 */
public final class UnfinishedFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path target;
    private final Path path;
    private final Optional<Set<PosixFilePermission>> permissions;
    private final OutputStream stream;
    private boolean placed;

    private UnfinishedFile(Path target) throws IOException {
        this.target = target;
        path = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + Litter.ENDING);
        permissions = permissions(target);
        stream = opened();
    }

    /**
     * Begins a file.
     *
     * @param file its place, which may be a link to the place
     * @throws IOException when it cannot be written there: no such folder, a folder or a device of that name, or a file that
     *                     is write-protected
     */
    public static UnfinishedFile begin(Path file) throws IOException {
        Path target = WholeFile.target(file);
        Optional<String> obstacle = RegularFile.obstacle(target);
        if (obstacle.isPresent()) {
            throw new FileSystemException(file.toString(), null, "it is " + obstacle.get());
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(file.toString(), null, "the file that is there is write-protected");
        }
        try {
            return new UnfinishedFile(target);
        } catch (NoSuchFileException missing) {
            // A person has never heard of the name that is written to.
            throw withCause(new NoSuchFileException(String.valueOf(target.getParent())), missing);
        } catch (AccessDeniedException denied) {
            throw withCause(new AccessDeniedException(file.toString()), denied);
        } catch (FileSystemException other) {
            throw withCause(new FileSystemException(file.toString(), null, other.getReason()), other);
        }
    }

    private static FileSystemException withCause(FileSystemException named, FileSystemException cause) {
        named.initCause(cause);
        return named;
    }

    /** Who may do what with the file that will be replaced, where there is one and the file system knows. */
    private static Optional<Set<PosixFilePermission>> permissions(Path target) throws IOException {
        boolean known =
                Files.exists(target) && Files.getFileAttributeView(target, PosixFileAttributeView.class) != null;
        return known ? Optional.of(Files.getPosixFilePermissions(target)) : Optional.empty();
    }

    private OutputStream opened() throws IOException {
        // From the first byte on, nobody may read it who could not read the file before.
        Files.createFile(
                path,
                permissions
                        .map(kept -> new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(kept)})
                        .orElse(new FileAttribute<?>[0]));
        try {
            return new BufferedOutputStream(Files.newOutputStream(path, StandardOpenOption.WRITE), BUFFER);
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** Its place; never a link. */
    public Path target() {
        return target;
    }

    /** Receives the content; closing it does nothing but flush. */
    public OutputStream stream() {
        return new FilterOutputStream(stream) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /** Everything is written: sees that it is on the disk, not only on its way there. */
    public void finish() throws IOException {
        stream.close();
        if (permissions.isPresent() && !permissions.get().equals(Files.getPosixFilePermissions(path))) {
            // A file is made with less than was asked for where the process withholds it (umask).
            Files.setPosixFilePermissions(path, permissions.get());
        }
        // A channel would be closed by whoever interrupts this thread.
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.getFD().sync();
        }
    }

    /** Puts the file in its place in one step, where the file system can. It must be finished. */
    public void place() throws IOException {
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException plainMoveIsAllThereIs) {
            Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
        placed = true;
    }

    /** Removes what was not put in its place. */
    @Override
    public void close() throws IOException {
        if (placed) {
            return;
        }
        try {
            stream.close();
        } finally {
            Files.deleteIfExists(path);
        }
    }
}
