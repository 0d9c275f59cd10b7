package org.penumbra.view.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.penumbra.view.shell.about.AboutProgram;
import org.penumbra.view.shell.about.Place;

/**
 * The sheet about the program: versions, the machine, folders, where the models come from, licences of what it is made of, and
 * a button that copies all of it for a report.
 */
final class AboutSheet extends Sheet {

    private static final String READING = "Being read\u2026";

    private final Page page;

    /** What changes once all is read, and what is copied. */
    private static final class Page {

        private final VBox list = new VBox(8);
        private final Button copy = new Button("Copy all for a report");
        private final Optional<Consumer<Path>> opener;
        private AboutProgram about;

        Page(Optional<Consumer<Path>> opener) {
            this.opener = opener;
            copy.setId("about-copy");
            copy.setOnAction(event -> {
                copied(about.report());
                copy.setText("Copied");
            });
        }

        void show(AboutProgram now, boolean whole) {
            about = now;
            copy.setDisable(!whole);
            list.getChildren()
                    .setAll(
                            section("Program and machine", facts(now)),
                            section("Folders", folders(now.folders(), opener)),
                            section("Models that ship", lines(whole ? now.models() : List.of(READING))),
                            section("Made of", lines(licences(now, whole))));
        }

        private static List<String> licences(AboutProgram now, boolean whole) {
            if (!whole) {
                return List.of(READING);
            }
            return now.licences().isEmpty()
                    ? List.of(
                            "This build has made no list of its parts. Licences that ask to be shipped lie in the folder "
                                    + "licences of the program.")
                    : now.licences();
        }
    }

    private AboutSheet(VBox paper, Page page, Runnable close) {
        super(paper, close);
        this.page = page;
    }

    /**
     * @param atOnce what is known before anything is read
     * @param opener opens a folder in the program that the machine has for it; empty where there is none
     * @param close  takes the sheet away
     */
    static AboutSheet of(AboutProgram atOnce, Optional<Consumer<Path>> opener, Runnable close) {
        Page page = new Page(opener);
        page.show(atOnce, false);
        Label title = new Label("About Penumbra");
        title.getStyleClass().add("paper-title");
        ScrollPane scroll = new ScrollPane(page.list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button done = new Button("Close");
        done.setId("about-close");
        done.setOnAction(event -> close.run());
        HBox foot = new HBox(8, page.copy, done);
        foot.setAlignment(Pos.CENTER_RIGHT);
        foot.setMinHeight(Region.USE_PREF_SIZE);
        VBox paper = new VBox(title, scroll, text(AboutProgram.WHAT_IS_COPIED, "text-muted"), foot);
        paper.getStyleClass().add("program-sheet");
        paper.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return new AboutSheet(paper, page, close);
    }

    /** Shows what has been read since. */
    void complete(AboutProgram all) {
        page.show(all, true);
    }

    private static VBox section(String name, Node content) {
        Label title = new Label(name);
        title.getStyleClass().add("section-title");
        VBox section = new VBox(8, title, content);
        section.getStyleClass().addAll("card", "preference-row");
        return section;
    }

    private static GridPane facts(AboutProgram about) {
        GridPane table = new GridPane();
        table.setHgap(16);
        table.setVgap(4);
        int row = 0;
        for (var fact : about.facts().entrySet()) {
            Label name = new Label(fact.getKey());
            name.getStyleClass().add("field-label");
            name.setMinWidth(USE_PREF_SIZE);
            table.addRow(row++, name, text(fact.getValue(), "fact"));
        }
        return table;
    }

    private static VBox folders(List<Place> places, Optional<Consumer<Path>> opener) {
        VBox list = new VBox(4);
        for (Place place : places) {
            String id = place.name().toLowerCase(Locale.ROOT).replace(' ', '-');
            Label name = new Label(place.name());
            name.setMinWidth(USE_PREF_SIZE);
            name.getStyleClass().add("field-label");
            TextField path = new TextField(place.path().toString());
            path.setId("about-" + id);
            path.setEditable(false);
            path.getStyleClass().add("path");
            path.setAccessibleText(place.name());
            HBox.setHgrow(path, Priority.ALWAYS);
            Button copy = new Button("Copy");
            copy.setId("about-copy-" + id);
            copy.setAccessibleText("Copy the path of " + place.name());
            copy.setMinWidth(USE_PREF_SIZE);
            copy.setOnAction(event -> copied(place.path().toString()));
            HBox row = new HBox(8, name, path, copy);
            opener.ifPresent(open -> row.getChildren().add(opening(place, id, open)));
            row.setAlignment(Pos.CENTER_LEFT);
            list.getChildren().add(row);
        }
        return list;
    }

    private static Button opening(Place place, String id, Consumer<Path> opener) {
        Button open = new Button("Open");
        open.setId("about-open-" + id);
        open.setAccessibleText("Open the folder of " + place.name());
        open.setMinWidth(USE_PREF_SIZE);
        open.setDisable(!Files.isDirectory(place.folder()));
        open.setOnAction(event -> opener.accept(place.folder()));
        return open;
    }

    private static VBox lines(List<String> lines) {
        VBox list = new VBox(4);
        lines.forEach(line -> list.getChildren().add(text(line, "fact")));
        return list;
    }

    private static Label text(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static void copied(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
