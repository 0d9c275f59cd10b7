package org.penumbra.view.shell.about;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.penumbra.archive.Origin;
import org.penumbra.data.MachineMemory;
import org.penumbra.net.KernelsInUse;

/** Versions of the program and of what it runs on, by their names in the order in which they are told. */
final class Facts {

    private static final double GIGABYTE = 1 << 30;

    private Facts() {}

    /** All that is known at once. */
    static Map<String, String> atOnce() {
        MachineMemory memory = MachineMemory.ofProcess();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Penumbra", Origin.programVersion());
        facts.put(
                "Java",
                property("java.version") + " of " + property("java.vendor") + " (" + property("java.vm.name") + ")");
        facts.put("JavaFX", property("javafx.runtime.version"));
        facts.put("System", property("os.name") + " " + property("os.version") + ", " + property("os.arch"));
        facts.put("Processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put(
                "Memory",
                gigabytes(memory.whole()) + " of the machine, of which Java may take " + gigabytes(memory.heap())
                        + " for its objects");
        return facts;
    }

    /** The name and the value of what the native library tells, which may have to be loaded. */
    static Map.Entry<String, String> kernels() {
        return Map.entry(KERNELS, KernelsInUse.ofProcess().words());
    }

    static final String KERNELS = "OpenBLAS kernels";

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / GIGABYTE);
    }
}
