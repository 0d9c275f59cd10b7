package org.penumbra.experiment.run;

/** A machine in a few words, to be kept with times: they mean nothing without it. */
final class MachineWords {

    private MachineWords() {}

    /** The machine of this process: "Linux amd64, 2 processors, Java 17.0.12". */
    static String ofProcess() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, Java "
                + System.getProperty("java.version");
    }
}
