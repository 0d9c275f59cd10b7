package org.penumbra.view.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penumbra.state.ModelRef;
import org.penumbra.state.Told;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.ModelEntry;
import org.penumbra.view.shell.message.Message;

/** Gathers what of a state is wrong or not here, and tells it once the rest is set up. */
public final class StateReport {

    private final LabContext context;
    private final List<String> remarks;

    /** @param told what was wrong in the state itself */
    public StateReport(LabContext context, Told<?> told) {
        this.context = context;
        this.remarks = new ArrayList<>(told.remarks());
    }

    /** Adds a line. */
    public void remark(String line) {
        remarks.add(line);
    }

    /** The model that a state names; one that is not here is remarked. */
    public Optional<ModelEntry> model(ModelRef wanted) {
        Optional<ModelEntry> found = context.models().find(wanted);
        if (found.isEmpty()) {
            remark("The model " + wanted.words()
                    + (wanted.print().isPresent()
                            ? " is somebody\u2019s own and not open here; open its file, then set the state up again"
                            : " does not ship with this program"));
        }
        return found;
    }

    /** Tells that the state is set up, and what of it is not. */
    public void tell() {
        context.messages()
                .show(
                        remarks.isEmpty()
                                ? Message.note("The state is set up", "")
                                : Message.warning(
                                        "The state is set up, but not all of it", String.join("\n", remarks)));
    }
}
