package org.penumbra.view.experiments;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.run.RoughTime;
import org.penumbra.live.experiments.CellState;
import org.penumbra.live.experiments.CellState.Phase;
import org.penumbra.live.experiments.ExperimentFrame;
import org.penumbra.view.lab.TitledCard;
import org.penumbra.view.widget.Scrolling;

/** The grid of cells, what its forms mean, and below it what is known of the cell that is looked at. */
final class CellsPane extends TitledCard {

    private final CellGrid grid = new CellGrid();
    private final Label name = new Label();
    private final Label state = new Label();
    private final Label words = new Label();
    private List<CellState> cells = List.of();

    CellsPane(ExperimentsModel model) {
        super("cells", "Cells");
        getStyleClass().add("cells-pane");
        ScrollPane scroll = new ScrollPane(grid);
        scroll.getStyleClass().add("grid-scroll");
        scroll.setFocusTraversable(false);
        scroll.viewportBoundsProperty().subscribe(seen -> grid.fit(seen.getWidth(), seen.getHeight()));
        fill(scroll);
        getChildren().addAll(forms(), detail());
        grid.lookedProperty().addListener((observed, before, now) -> {
            tell();
            if (grid.isFocused() && now.intValue() >= 0) {
                Scrolling.reveal(grid.tile(now.intValue()));
            }
        });
        model.frameProperty().addListener((observed, before, now) -> show(now));
    }

    private void show(ExperimentFrame frame) {
        cells = frame.cells();
        grid.show(cells);
        int finished = frame.count(Phase.FINISHED);
        int working = frame.count(Phase.WORKING);
        int failed = frame.count(Phase.FAILED);
        remark(finished + " of " + cells.size() + " finished" + (working > 0 ? ", " + working + " at work" : "")
                + (failed > 0 ? ", " + failed + " failed" : ""));
        tell();
    }

    private void tell() {
        int place = grid.lookedProperty().get();
        if (place < 0 || place >= cells.size()) {
            return;
        }
        CellState looked = cells.get(place);
        Cell cell = looked.cell();
        name.setText(cell.row() + " \u00b7 " + cell.column());
        state.setText(phase(looked));
        words.setText(looked.words());
        grid.say(name.getText() + ": " + state.getText() + (looked.words().isEmpty() ? "" : ". " + looked.words()));
    }

    private static String phase(CellState looked) {
        return switch (looked.phase()) {
            case WAITING ->
                "waits; takes about " + RoughTime.words(looked.cell().seconds());
            case WORKING -> "at work, " + Math.round(100 * looked.share()) + " % done";
            case FINISHED -> "finished";
            case FAILED -> "failed";
        };
    }

    /** What the forms of the tiles mean. */
    private static FlowPane forms() {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("forms");
        Cell any = new Cell("any", "", "", 1);
        for (Phase phase : Phase.values()) {
            CellTile tile = new CellTile();
            tile.getStyleClass().add("sample");
            tile.show(new CellState(any, phase, phase == Phase.WORKING ? 0.6 : 1, ""));
            String word = switch (phase) {
                case WAITING -> "waits";
                case WORKING -> "at work";
                case FINISHED -> "finished";
                case FAILED -> "failed";
            };
            HBox entry = new HBox(tile, new Label(word));
            entry.setAlignment(Pos.CENTER_LEFT);
            entry.getStyleClass().add("entry");
            row.getChildren().add(entry);
        }
        return row;
    }

    private VBox detail() {
        name.getStyleClass().add("cell-name");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        state.getStyleClass().add("cell-state");
        words.getStyleClass().add("cell-words");
        words.setId("cell-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        ScrollPane scroll = new ScrollPane(new VBox(name, state, words));
        scroll.getStyleClass().add("cell-detail");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        return new VBox(scroll);
    }

    /** The tiles. */
    CellGrid grid() {
        return grid;
    }
}
