package org.penumbra.command;

import org.penumbra.archive.Origin;
import picocli.CommandLine.IVersionProvider;

/** The program's version, as the build wrote it down, and what it runs on. */
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "Penumbra " + Origin.programVersion(),
            "Java " + System.getProperty("java.version") + " on " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch")
        };
    }
}
