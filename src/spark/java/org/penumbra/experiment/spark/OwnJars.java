package org.penumbra.experiment.spark;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentException;

/** The program's own jars, which Spark sends to the machines. Spark's are there already, or come with whoever runs it. */
final class OwnJars {

    private OwnJars() {}

    /**
     * All jars of the class path that lie in the folder of the program's own.
     *
     * @throws ExperimentException when the program runs from folders of classes
     */
    static List<Path> ofProgram() {
        Path own = ofClass(Experiment.class);
        if (!Files.isRegularFile(own)) {
            throw new ExperimentException(
                    own + ": expected the jar of the program, which is sent to other machines, but it is "
                            + "a folder; start the program as packaged, target/spark/penumbra/bin/penumbra");
        }
        return Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .map(Path::of)
                .map(Path::toAbsolutePath)
                .filter(jar -> own.getParent().equals(jar.getParent()))
                .sorted()
                .toList();
    }

    private static Path ofClass(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of " + type + " is no file", e);
        }
    }
}
