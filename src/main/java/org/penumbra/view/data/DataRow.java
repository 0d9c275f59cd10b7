package org.penumbra.view.data;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.penumbra.data.image.KnownImages;

/** One data set: what it is, what is here of it and where, and what can be done. */
final class DataRow extends VBox {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final DataEntry entry;
    private final FontIcon icon = new FontIcon(Feather.CIRCLE);
    private final Label state = new Label();
    private final Label detail = new Label();
    private final PlaceRow place;
    private final DataButtons buttons;
    private final ProgressRow progress;
    private final StackPane actions;
    private boolean focusWanted;

    DataRow(DataEntry entry, DataModel model) {
        this.entry = entry;
        KnownImages known = entry.known();
        setId("data-" + known.name());
        getStyleClass().addAll("card", "data-row");
        state.setId("state-" + known.name());
        detail.setId("detail-" + known.name());
        detail.getStyleClass().add("detail");
        detail.setWrapText(true);
        detail.setMinHeight(Region.USE_PREF_SIZE);
        detail.managedProperty().bind(detail.visibleProperty());
        place = new PlaceRow("Folder of " + known.title());
        place.managedProperty().bind(place.visibleProperty());
        buttons = new DataButtons(entry, model);
        progress = new ProgressRow(entry, model);
        actions = new StackPane(buttons, progress);
        actions.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head(known.title(), contents(known), icon, state), place, detail, actions);
        entry.holdingProperty().addListener((observed, before, now) -> show());
        entry.workProperty().addListener((observed, before, now) -> show());
        show();
    }

    /** Title and contents at the left, state at the right; also for what needs no files. */
    static HBox head(String title, String contents, FontIcon icon, Label state) {
        Label name = new Label(title);
        name.getStyleClass().add("name");
        Label about = new Label(contents);
        about.getStyleClass().add("about");
        VBox words = new VBox(name, about);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        state.setGraphic(icon);
        state.getStyleClass().add("state");
        state.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(words, space, state);
        head.getStyleClass().add("head");
        return head;
    }

    /** "60 000 images to learn from, 10 000 to test with, 28 x 28 pixels". */
    static String contents(int training, int test, int side) {
        return grouped(training) + " images to learn from, " + grouped(test) + " to test with, " + side + " \u00d7 "
                + side + " pixels";
    }

    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
    }

    private static String contents(KnownImages known) {
        return contents(known.training(), known.test(), known.side());
    }

    /** Puts the focus on what helps most, as soon as that is known. */
    void focus() {
        if (entry.isBusy()) {
            progress.focus();
            focusWanted = false;
        } else {
            focusWanted = !buttons.focus();
        }
    }

    private void show() {
        boolean busy = entry.isBusy();
        boolean focusOnActions = actions.isFocusWithin();
        buttons.setVisible(!busy);
        progress.setVisible(busy);
        showHolding(entry.holdingProperty().get());
        if (busy) {
            showWork(entry.workProperty().get());
        }
        // The button that had the focus may just have gone.
        if (focusOnActions || focusWanted) {
            focus();
        }
    }

    private void showHolding(Holding holding) {
        if (holding instanceof Holding.Right right) {
            show("right", Feather.CHECK_CIRCLE, "Verified at " + TIME.format(right.verified()), "");
            place.show("in", right.folder());
        } else if (holding instanceof Holding.Found found) {
            show("found", Feather.HELP_CIRCLE, "Here, not verified", "");
            place.show("in", found.folder());
        } else if (holding instanceof Holding.Missing missing) {
            show("missing", Feather.CLOUD, "Not here", kept(missing.kept()));
            place.show("goes to", missing.target());
        } else if (holding instanceof Holding.Wrong wrong) {
            int others = wrong.problems().size() - 1;
            show(
                    "wrong",
                    Feather.ALERT_OCTAGON,
                    others == 0 ? "1 file is not right" : others + 1 + " files are not right",
                    wrong.problems().get(0) + (others > 0 ? " (and " + others + " more)" : "") + ". "
                            + kept(wrong.kept()));
            place.show("in", wrong.folder());
        } else {
            show("looking", Feather.LOADER, "Looking\u2026", "");
            place.setVisible(false);
        }
    }

    /** What is being done says more than what was here before it. */
    private void showWork(Work work) {
        boolean downloading = work == Work.DOWNLOADING || work == Work.STOPPING;
        show(
                "working",
                downloading ? Feather.DOWNLOAD : Feather.LOADER,
                switch (work) {
                    case NONE -> "";
                    case DOWNLOADING -> "Downloading";
                    case STOPPING -> "Stopping";
                    case IMPORTING -> "Importing";
                    case VERIFYING -> "Verifying";
                },
                "");
    }

    private static String kept(long bytes) {
        return bytes == 0 ? "" : ByteWords.of(bytes) + " of a download are kept; the next one goes on from there.";
    }

    private void show(String style, Feather symbol, String words, String more) {
        for (String one : new String[] {"right", "found", "missing", "wrong", "looking", "working"}) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(one), one.equals(style));
        }
        icon.setIconCode(symbol);
        state.setText(words);
        detail.setText(more.strip());
        detail.setVisible(!more.isBlank());
    }
}
