package org.penumbra.kit;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The program's classes loaded once more, as in an installation that lacks some jars. */
public final class WithoutJars implements AutoCloseable {

    private final URLClassLoader loader;

    /** @param lacks whether a jar of this name is left out */
    public WithoutJars(Predicate<String> lacks) {
        loader = new URLClassLoader(
                classPath().stream()
                        .filter(entry ->
                                !lacks.test(Path.of(entry).getFileName().toString()))
                        .map(WithoutJars::url)
                        .toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader());
    }

    /** The class path without these jars, for a process of its own. */
    public static String classPath(Predicate<String> lacks) {
        return String.join(
                System.getProperty("path.separator"),
                classPath().stream()
                        .filter(entry ->
                                !lacks.test(Path.of(entry).getFileName().toString()))
                        .toList());
    }

    private static List<String> classPath() {
        return Arrays.asList(System.getProperty("java.class.path").split(System.getProperty("path.separator")));
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The class of this name there, which is not the one that tests see. */
    public Class<?> find(Class<?> one) throws ClassNotFoundException {
        return Class.forName(one.getName(), true, loader);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
