package org.penumbra.experiment.spark;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;

/**
 * Finds the same classes and files as the loader of a machine's jars, and besides what the JDK's own modules offer as services.
 * Spark's loader that puts our jars first has no parent, and services are looked for at a loader and its parents: the JDK's
 * generators of random numbers, say, which lie in a module of the system's loader, are not seen through it.
 */
final class TaskClassLoader extends ClassLoader {

    private final ClassLoader jars;

    TaskClassLoader(ClassLoader jars) {
        super(ClassLoader.getSystemClassLoader());
        this.jars = jars;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return jars.loadClass(name);
    }

    @Override
    public URL getResource(String name) {
        return jars.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return jars.getResources(name);
    }
}
