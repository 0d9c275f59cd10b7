package org.penumbra.view.shell;

import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A question on a sheet over the window. Its answer is "no" as long as nobody presses the button for "yes": Escape, a press
 * beside it, another sheet in its place and the end of the window all leave things as they are.
 */
final class Question extends Sheet {

    private final Sheets sheets;
    private final Answer answer;
    private boolean answered;

    /**
     * What is asked.
     *
     * @param title the question, a few words
     * @param text  what it is about, and what follows from each answer
     * @param yes   on the button that does it
     * @param no    on the button that leaves things as they are, which has the focus at first
     */
    record Words(String title, String text, String yes, String no) {}

    /** Receives the answer, once. */
    @FunctionalInterface
    interface Answer {
        void given(boolean yes);
    }

    private Question(VBox paper, Sheets sheets, Button yes, Button no, Answer answer) {
        super(paper, no::fire);
        this.sheets = sheets;
        this.answer = answer;
        yes.setOnAction(event -> press(true));
        no.setOnAction(event -> press(false));
        sceneProperty().addListener((observed, before, now) -> moved(now));
    }

    /** Asks over the window. */
    static void ask(Sheets sheets, Words words, Answer answer) {
        Button yes = new Button(words.yes());
        yes.setId("answer-yes");
        yes.getStyleClass().add("danger");
        Button no = new Button(words.no());
        no.setId("answer-no");
        sheets.show(new Question(paper(words.title(), new Label(words.text()), no, yes), sheets, yes, no, answer));
        no.requestFocus();
    }

    /** A title, a text below it, and buttons from left to right. */
    static VBox paper(String about, Label text, Button... choices) {
        Label title = new Label(about);
        title.getStyleClass().add("paper-title");
        title.setWrapText(true);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox row = new HBox(choices);
        row.getStyleClass().add("choices");
        row.setAlignment(Pos.CENTER_RIGHT);
        VBox paper = new VBox(title, text, row);
        paper.getStyleClass().add("question");
        paper.setMaxHeight(Region.USE_PREF_SIZE);
        return paper;
    }

    private void press(boolean yes) {
        if (!answered) {
            answered = true;
            sheets.leave();
            answer.given(yes);
        }
    }

    private void moved(Scene now) {
        if (now == null && !answered) {
            answered = true;
            answer.given(false);
        }
    }
}
