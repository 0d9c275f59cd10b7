package org.penumbra.data.home;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.penumbra.data.DataException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder into which the native libraries are unpacked, from which their code then runs. It must belong to the person
 * who starts the program: who may write into it decides what the program does. Decision 26.
 *
 * @param path      the folder
 * @param temporary whether it is to be removed when the program ends
 */
public record NativeFolder(Path path, boolean temporary) {

    /** The system property by which JavaCPP, and with it ND4J, knows the folder; a person may set it. */
    public static final String PROPERTY = "org.bytedeco.javacpp.cachedir";

    private static final String OTHER_PROPERTY = "org.bytedeco.javacpp.cacheDir";
    private static final Logger LOG = LoggerFactory.getLogger(NativeFolder.class);

    /**
     * Chooses the folder for this process, before any class of JavaCPP is loaded: the one a person named, else that of the
     * platform, {@code native} in ~/.cache/penumbra or its like; where this cannot be written to or is not the person's own,
     * a fresh one below the temporary folder that nobody else may enter.
     *
     * @return the folder; empty where there is none to be had, which is told when native code is needed
     */
    public static Optional<NativeFolder> choose() {
        String named = named();
        try {
            Path wanted = named == null
                    ? PlatformFolders.cache().resolve("native")
                    : Path.of(named).toAbsolutePath();
            // Java calls the home of who has none "?", which would be a folder wherever the program is started.
            if (wanted.isAbsolute() && isUsable(wanted, named != null)) {
                return Optional.of(chosen(new NativeFolder(wanted, false)));
            }
        } catch (DataException | IllegalArgumentException noFolder) {
            LOG.debug("There is no usual folder for native code", noFolder);
        }
        if (named != null) {
            LOG.warn("{}: {} cannot be written to; a temporary folder is used", PROPERTY, named);
        }
        return fresh();
    }

    /** What a person wants, under one of the two names that JavaCPP knows. */
    private static String named() {
        return Stream.of(PROPERTY, OTHER_PROPERTY)
                .map(System::getProperty)
                .filter(folder -> folder != null && !folder.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static Optional<NativeFolder> fresh() {
        try {
            // Java makes it so that nobody else may enter.
            return Optional.of(chosen(new NativeFolder(Files.createTempDirectory("penumbra-native-"), true)));
        } catch (IOException | IllegalArgumentException none) {
            LOG.debug("There is no place for native code", none);
            return Optional.empty();
        }
    }

    private static NativeFolder chosen(NativeFolder folder) {
        System.setProperty(PROPERTY, folder.path().toString());
        return folder;
    }

    /** Where native code is looked for, in words. */
    public static String current() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).orElse("one that JavaCPP chooses");
    }

    /**
     * Makes the folder if need be and sees that it can be written to, and by nobody else.
     *
     * @param named whether a person chose it, who may share it with others
     */
    static boolean isUsable(Path folder, boolean named) {
        try {
            boolean fresh = !Files.exists(folder);
            makeOwn(folder);
            Path trial = Files.createTempFile(folder, "trial", null);
            try {
                if (!named && !isOwn(folder, trial)) {
                    LOG.warn("Others may write to {}; native code goes to a temporary folder instead", folder);
                    return false;
                }
            } finally {
                Files.delete(trial);
            }
            if (fresh && !named) {
                tellOfOldCopies(folder);
            }
            return true;
        } catch (IOException cannotBeWritten) {
            LOG.debug("{} is no place for native code", folder, cannotBeWritten);
            return false;
        }
    }

    private static void makeOwn(Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        if (Files.isDirectory(folder)) {
            return;
        }
        try {
            if (isPosix(folder.getParent())) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(folder);
            }
        } catch (FileAlreadyExistsException meanwhile) {
            // Another program that started at the same moment made it; whose it is, is seen next.
            if (!Files.isDirectory(folder)) {
                throw meanwhile;
            }
        }
    }

    /** Whether who made a file in the folder owns the folder, too, and nobody else may write to it. */
    private static boolean isOwn(Path folder, Path fileInIt) throws IOException {
        if (!isPosix(folder)) {
            return true;
        }
        Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(folder);
        return Files.getOwner(folder).equals(Files.getOwner(fileInIt))
                && !allowed.contains(PosixFilePermission.GROUP_WRITE)
                && !allowed.contains(PosixFilePermission.OTHERS_WRITE);
    }

    private static boolean isPosix(Path folder) {
        return Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
    }

    /** Earlier versions unpacked into JavaCPP's own folder, which other programs may be using. */
    private static void tellOfOldCopies(Path folder) {
        Path old = Path.of(System.getProperty("user.home"), ".javacpp", "cache");
        if (Files.isDirectory(old)) {
            LOG.info(
                    "Native libraries are unpacked into {} from now on. Penumbra no longer needs {}; remove it if no other "
                            + "program does",
                    folder,
                    old);
        }
    }

    /** Removes a temporary folder with all that is in it; any other stays. */
    public void leave() {
        if (!temporary) {
            return;
        }
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException problem) throws IOException {
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException inUse) {
            LOG.warn("The temporary folder {} cannot be removed ({}); remove it by hand", path, inUse.toString());
        }
    }
}
