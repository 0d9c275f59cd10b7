package org.penumbra.view.train;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.penumbra.view.widget.ActionButton;
import org.penumbra.view.widget.NumberScale;

/** Lies over the pictures while images are read, and offers what can be done when they are not here. */
final class SupplyCover extends StackPane {

    private final TrainActions actions;
    private final VBox card = new VBox();
    private final ProgressBar bar = new ProgressBar();
    private final Label amount = new Label();
    private Supply shown = new Supply.Ready();

    SupplyCover(DataSupply supply, TrainActions actions) {
        this.actions = actions;
        getStyleClass().add("supply-cover");
        card.getStyleClass().addAll("card", "supply-card");
        card.setAlignment(Pos.CENTER);
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        amount.getStyleClass().add("card-remark");
        getChildren().add(card);
        supply.stateProperty().addListener((observed, before, now) -> show(now));
        show(supply.stateProperty().get());
    }

    private void show(Supply now) {
        setVisible(!(now instanceof Supply.Ready));
        if (now instanceof Supply.Reading reading) {
            boolean same = shown instanceof Supply.Reading before
                    && before.what().equals(reading.what())
                    && before.all() > 0 == reading.all() > 0;
            if (!same) {
                card.getChildren().setAll(reading(reading));
            }
            bar.setProgress(
                    reading.all() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) reading.done() / reading.all());
            amount.setText(
                    reading.all() == 0
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    "%s of %s pictures",
                                    NumberScale.grouped(reading.done()),
                                    NumberScale.grouped(reading.all())));
        } else if (now instanceof Supply.Loading loading) {
            if (!(shown instanceof Supply.Loading)) {
                card.getChildren().setAll(loading());
            }
            bar.setProgress(loading.share() < 1 ? loading.share() : ProgressBar.INDETERMINATE_PROGRESS);
            amount.setText(loading.what());
        } else if (now instanceof Supply.Missing missing) {
            card.getChildren().setAll(offer(missing));
        } else {
            // A spinner turns also where it is not seen, and every turn is a repaint.
            card.getChildren().clear();
        }
        shown = now;
    }

    private Node[] reading(Supply.Reading reading) {
        Label title = title(reading.what());
        Node progress = reading.all() > 0 ? bar : new ProgressIndicator();
        if (!reading.cancellable()) {
            return new Node[] {progress, title};
        }
        return new Node[] {title, progress, amount, cancel("Stop reading; the present run stays as it is")};
    }

    private Button cancel(String what) {
        Button cancel = new Button("Cancel");
        cancel.setId("cancel-reading");
        cancel.setTooltip(new Tooltip(what));
        cancel.setOnAction(event -> actions.cancelReading());
        return cancel;
    }

    private Node[] loading() {
        Label text =
                new Label("Its native library goes into the program's folder for native code, once for each version. "
                        + "Training begins by itself when it is there.");
        text.setWrapText(true);
        text.getStyleClass().add("supply-text");
        return new Node[] {
            title("DL4J is made ready"),
            bar,
            amount,
            text,
            cancel("Do not train by DL4J; the present run stays as it is")
        };
    }

    private Node[] offer(Supply.Missing missing) {
        Label text = new Label("Its four files are in none of the folders that are looked at. The program can download "
                + "them (about " + (missing.known().name().equals("mnist") ? 12 : 31)
                + " MB), or take them from a folder. "
                + "The lab goes on by itself as soon as they are here.");
        text.setWrapText(true);
        text.getStyleClass().add("supply-text");
        Button download = new ActionButton(
                "offer-download",
                "Download\u2026",
                Feather.DOWNLOAD_CLOUD,
                "Open the sheet of image data, which downloads, with progress and cancel",
                () -> actions.download(missing.known()));
        download.getStyleClass().add("accent");
        Button folder = new ActionButton(
                "offer-import",
                "Import a folder\u2026",
                Feather.FOLDER,
                "Take the four files from a folder on this machine",
                () -> actions.importFolder(missing.known()));
        Button builtIn = new ActionButton(
                "offer-built-in",
                "Go on with the built-in digits",
                Feather.EDIT_3,
                "The program makes digits itself, without files",
                actions::goOnWithBuiltIn);
        Button back = new ActionButton(
                "offer-back", "Back", Feather.CORNER_UP_LEFT, "Stay with the present run", actions::cancelReading);
        FlowPane choices = new FlowPane(download, folder, builtIn, back);
        choices.getStyleClass().add("choices");
        choices.setAlignment(Pos.CENTER);
        FontIcon icon = new FontIcon(Feather.DATABASE);
        icon.getStyleClass().add("supply-icon");
        return new Node[] {icon, title(missing.known().title() + " is not on this machine"), text, choices};
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add("paper-title");
        return title;
    }
}
