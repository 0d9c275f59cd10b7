package org.penumbra.view.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.penumbra.archive.guest.GuestOpening;
import org.penumbra.confidence.guest.GuestPreview;
import org.penumbra.net.guest.GuestModel;
import org.penumbra.view.shell.Sheet;
import org.penumbra.view.widget.DigitView;
import org.penumbra.view.widget.form.ProblemLabel;

/**
 * The sheet on which a network of DL4J is opened: what is taken for what and why, and what the network answers then to ten
 * digits, so that a wrong polarity is seen at once.
 */
final class GuestSheet extends Sheet {

    private final GuestDraft draft;
    private final Button use;

    /**
     * @param folder asks for a folder of images
     * @param used   receives the network when a person wants it
     * @param leave  takes the sheet away
     */
    static GuestSheet of(
            GuestOpening opening,
            GuestDraft draft,
            Consumer<Consumer<String>> folder,
            Consumer<GuestModel> used,
            Runnable leave) {
        Button use = new Button("Use it");
        use.setId("guest-use");
        use.setDefaultButton(true);
        use.disableProperty().bind(draft.previewProperty().isNull().or(draft.busyProperty()));
        use.setOnAction(event -> {
            GuestModel guest = draft.guestProperty().get();
            leave.run();
            used.accept(guest);
        });
        Button cancel = new Button("Cancel");
        cancel.setId("guest-cancel");
        cancel.setOnAction(event -> leave.run());
        return new GuestSheet(paper(opening, draft, folder, cancel, use), draft, use, leave);
    }

    private GuestSheet(Region paper, GuestDraft draft, Button use, Runnable leave) {
        super(paper, leave);
        this.draft = draft;
        this.use = use;
        getStylesheets().add(GuestSheet.class.getResource("guest.css").toExternalForm());
        sceneProperty().addListener((observed, before, now) -> gone(now));
    }

    private void gone(Scene now) {
        if (now == null) {
            draft.close();
        }
    }

    GuestDraft draft() {
        return draft;
    }

    Button use() {
        return use;
    }

    private static Region paper(
            GuestOpening opening, GuestDraft draft, Consumer<Consumer<String>> folder, Button cancel, Button use) {
        GuestModel guest = opening.model();
        Label title = new Label(guest.name() + ", a network of DL4J");
        title.getStyleClass().add("paper-title");
        Label about = new Label(String.format(
                Locale.ROOT,
                "A %s with %,d parameters. Check what is taken for what; it is kept beside the file.",
                guest.kind(),
                guest.content().parameters().length));
        about.getStyleClass().add("text-muted");
        about.setWrapText(true);
        VBox left = new VBox(
                new GuestForm(draft, folder),
                new ProblemLabel(draft.problemProperty()),
                new ProblemLabel("hint", draft.toldProperty()));
        left.getStyleClass().add("guest-left");
        VBox right = new VBox(answers(draft), reasons(opening));
        right.getStyleClass().add("guest-right");
        HBox body = new HBox(left, right);
        body.getStyleClass().add("guest-body");
        HBox.setHgrow(left, Priority.ALWAYS);
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox foot = new HBox(cancel, use);
        foot.getStyleClass().addAll("foot", "choices");
        foot.setAlignment(Pos.CENTER_RIGHT);
        VBox paper = new VBox(new VBox(title, about), scroll, foot);
        paper.getStyleClass().add("guest-sheet");
        paper.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return paper;
    }

    private static VBox answers(GuestDraft draft) {
        Label title = new Label();
        title.setId("guest-right");
        title.getStyleClass().add("section-title");
        title.textProperty()
                .bind(Bindings.createStringBinding(() -> words(draft), draft.previewProperty(), draft.busyProperty()));
        FlowPane digits = new FlowPane();
        digits.getStyleClass().add("guest-digits");
        List<DigitView> views = new ArrayList<>();
        List<Label> answers = new ArrayList<>();
        for (int i = 0; i < GuestPreview.SHOWN; i++) {
            DigitView view = new DigitView(2);
            Label answer = new Label();
            answer.setId("guest-answer-" + i);
            VBox cell = new VBox(view, answer);
            cell.setAlignment(Pos.TOP_CENTER);
            cell.getStyleClass().add("guest-digit");
            views.add(view);
            answers.add(answer);
            digits.getChildren().add(cell);
        }
        draft.previewProperty().subscribe(preview -> {
            for (int i = 0; i < views.size(); i++) {
                if (preview == null) {
                    views.get(i).clear();
                    answers.get(i).setText("");
                } else {
                    views.get(i).show(preview.images().get(i));
                    answers.get(i)
                            .setText(String.format(
                                    Locale.ROOT,
                                    "%s, %.0f %%",
                                    preview.answers().get(i),
                                    100 * preview.scores().get(i)));
                }
            }
        });
        return new VBox(title, digits);
    }

    private static String words(GuestDraft draft) {
        GuestPreview preview = draft.previewProperty().get();
        if (draft.busyProperty().get()) {
            return "Asking the network\u2026";
        }
        if (preview == null) {
            return "The network cannot answer so";
        }
        boolean digits = draft.guestProperty().get().classes().size() == GuestPreview.SHOWN;
        return digits
                ? preview.right() + " of " + preview.asked() + " built-in digits are right"
                : "What it answers to built-in digits";
    }

    private static VBox reasons(GuestOpening opening) {
        Label title = new Label(opening.noted() ? "What would be supposed without your choice" : "Why it is taken so");
        title.getStyleClass().add("section-title");
        VBox all = new VBox(title);
        all.getStyleClass().add("guest-reasons");
        for (String reason : opening.reasons()) {
            Label line = new Label(reason);
            line.setWrapText(true);
            line.setMinHeight(USE_PREF_SIZE);
            line.getStyleClass().add("text-muted");
            all.getChildren().add(line);
        }
        return all;
    }
}
