package org.penumbra.view.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penumbra.state.DrawState;
import org.penumbra.state.LabState;
import org.penumbra.state.ModelRef;
import org.penumbra.state.SharedState;
import org.penumbra.state.Told;
import org.penumbra.view.draw.answer.DrawModel;
import org.penumbra.view.draw.board.DetectorBoard;
import org.penumbra.view.draw.input.SharedInput;
import org.penumbra.view.lab.StateReport;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.ModelEntry;
import org.penumbra.view.shell.message.Message;

/** What the drawing lab is set to, as a state, and the way back. */
final class DrawSharing {

    private final DrawModel model;
    private final DetectorBoard board;
    private final SharedInput input;
    private final LabContext context;

    DrawSharing(DrawModel model, DetectorBoard board, SharedInput input, LabContext context) {
        this.model = model;
        this.board = board;
        this.input = input;
        this.context = context;
    }

    SharedState share() {
        SharedInput.Shared put = input.share();
        DrawState state = new DrawState(
                model.cards().stream()
                        .map(card -> context.models().named(card.entry()))
                        .toList(),
                1 + model.cards().indexOf(model.selectedProperty().get()),
                board.share(),
                model.sliders().share(),
                put.picture(),
                put.changes());
        return new SharedState(state.state(), put.lacking());
    }

    void setUp(LabState wanted) {
        Told<DrawState> told = DrawState.read(wanted);
        StateReport report = new StateReport(context, told);
        DrawState state = told.value();
        List<ModelEntry> entries = new ArrayList<>();
        int selected = -1;
        for (ModelRef named : state.models()) {
            Optional<ModelEntry> entry = report.model(named);
            if (entry.isPresent() && !entries.contains(entry.get())) {
                if (state.models().indexOf(named) == state.selected() - 1) {
                    selected = entries.size();
                }
                entries.add(entry.get());
            }
        }
        if (!entries.isEmpty()) {
            model.show(entries, selected);
        }
        board.setUp(state.judging());
        model.sliders().setUp(state.sliders());
        input.setUp(
                state.picture(),
                state.drawn(),
                absent -> context.messages().show(Message.warning("An image of the state is not here", absent)));
        report.tell();
    }
}
