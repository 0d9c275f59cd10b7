package org.penumbra.view.rings;

import java.util.function.Consumer;

/**
 * What the controls ask of the lab beyond the model, as a person may have to be asked first.
 *
 * @param losing     does what takes the present run away, once that was allowed
 * @param openPoints asks for a file of points
 */
record RunCommands(Consumer<Runnable> losing, Runnable openPoints) {

    /** Without a lab: nothing is asked, and no file is opened. */
    static final RunCommands ALONE = new RunCommands(Runnable::run, () -> {});
}
