package org.penumbra.experiment.spark;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;

/**
 * Finds the same classes as the loader of a machine's jars, and besides what the JDK's own modules offer as services. Spark's
 * loader that puts our jars first has no parent, so that the JDK's generators of random numbers, say, are not seen through it.
 */
final class TaskClassLoader extends ClassLoader {

    private final ClassLoader jars;

    TaskClassLoader(ClassLoader jars) {
        super(ClassLoader.getPlatformClassLoader());
        this.jars = jars;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return jars.loadClass(name);
    }

    @Override
    protected URL findResource(String name) {
        return jars.getResource(name);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return jars.getResources(name);
    }
}
