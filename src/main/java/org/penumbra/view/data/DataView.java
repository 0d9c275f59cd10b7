package org.penumbra.view.data;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.penumbra.data.home.DataPlace;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.view.shell.Sheet;
import org.penumbra.view.widget.Scrolling;
import org.penumbra.view.widget.SteadyScroll;

/** The sheet of image data: each data set with its state and what can be done, below them the places looked in. */
public final class DataView extends Sheet {

    /** Pixels a built-in digit is high and wide. */
    private static final int SIDE = 28;

    private final List<DataRow> rows;

    /** @param close takes the sheet away */
    public DataView(DataModel model, Runnable close) {
        this(
                model,
                model.entries().stream().map(entry -> new DataRow(entry, model)).toList(),
                close);
    }

    private DataView(DataModel model, List<DataRow> rows, Runnable close) {
        super(paper(model, rows, close), close);
        this.rows = rows;
        for (int i = 0; i < rows.size(); i++) {
            clearOfMessages(model.entries().get(i), rows.get(i));
        }
        getStylesheets().add(DataView.class.getResource("data.css").toExternalForm());
    }

    /** What went wrong is told at the bottom of the window: the row it is about is brought to the top. */
    private static void clearOfMessages(DataEntry entry, DataRow row) {
        entry.workProperty().addListener((observed, before, now) -> {
            if (now == Work.NONE && !(entry.holdingProperty().get() instanceof Holding.Right)) {
                Scrolling.toTop(row);
            }
        });
    }

    /** Puts the focus on what can be done about a data set. */
    void focus(DataEntry entry, DataModel model) {
        rows.get(model.entries().indexOf(entry)).focus();
    }

    private static Region paper(DataModel model, List<DataRow> rows, Runnable close) {
        Label title = new Label("Image data");
        title.getStyleClass().add("paper-title");
        Label about = new Label("Images that networks learn from and are tested with. They are kept on this machine.");
        about.getStyleClass().add("text-muted");
        List<Node> all = new ArrayList<>(rows);
        all.add(builtIn());
        all.add(places(model));
        VBox list = new VBox(all.toArray(Node[]::new));
        list.getStyleClass().add("data-list");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        SteadyScroll.in(scroll, Orientation.VERTICAL);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button done = new Button("Close");
        done.setId("data-close");
        done.setOnAction(event -> close.run());
        HBox foot = new HBox(done);
        foot.getStyleClass().add("foot");
        foot.setAlignment(Pos.CENTER_RIGHT);
        VBox paper = new VBox(new VBox(title, about), scroll, foot);
        paper.getStyleClass().add("data-sheet");
        paper.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return paper;
    }

    /** The digits that the program makes: always here. */
    private static VBox builtIn() {
        BuiltInDigits digits = BuiltInDigits.standard(0);
        Label state = new Label("Needs no files");
        state.setId("state-built-in-digits");
        VBox row = new VBox(DataRow.head(
                "Built-in digits",
                DataRow.contents(digits.training(), digits.test(), SIDE),
                new FontIcon(Feather.CHECK_CIRCLE),
                state));
        row.setId("data-built-in-digits");
        row.getStyleClass().addAll("card", "data-row");
        row.pseudoClassStateChanged(PseudoClass.getPseudoClass("right"), true);
        Label detail = new Label("Made by the program from a seed, so that everything works without a download.");
        detail.getStyleClass().add("detail");
        row.getChildren().add(detail);
        return row;
    }

    private static VBox places(DataModel model) {
        Label title = new Label("Looked for in these places, in this order");
        title.getStyleClass().add("section-title");
        GridPane table = new GridPane();
        table.getStyleClass().add("places");
        int number = 0;
        for (DataPlace place : model.home().places()) {
            Label name = new Label(++number + ". " + place.inWindow());
            name.getStyleClass().add("field-label");
            name.setMinWidth(Region.USE_PREF_SIZE);
            PathField path = new PathField(place.inWindow());
            path.show(place.path());
            GridPane.setHgrow(path, Priority.ALWAYS);
            table.addRow(number, name, path);
        }
        VBox section = new VBox(title, table);
        section.getStyleClass().add("data-places");
        return section;
    }
}
