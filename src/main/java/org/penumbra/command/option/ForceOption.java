package org.penumbra.command.option;

import picocli.CommandLine.Option;

/** The option that lets a command replace what it would rather not; mixed in with {@code @Mixin}. */
public final class ForceOption {

    @Option(
            names = "--force",
            description =
                    "Also replace files in the way that this command has not written. Without it they are left as they "
                            + "are, and nothing is run.")
    private boolean force;

    /** Whether it was given. */
    public boolean given() {
        return force;
    }
}
