package org.penumbra.view.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.home.DataHome;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.view.data.DataSources;
import org.penumbra.view.data.ImageDataPart;
import org.penumbra.view.shell.key.Shortcut;
import org.penumbra.view.shell.tour.TourStep;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A lab is told when it becomes the one that is shown, and when it no longer is. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class LabChangesTest {

    @TempDir
    Path folder;

    private final List<String> heard = new ArrayList<>();
    private MainWindow window;

    @Start
    void open(Stage stage) {
        window = new MainWindow(
                stage,
                List.of(entry("A"), entry("B")),
                ImageDataPart.of(DataHome.in(folder), DataSources.shipped()),
                new MemoryPreferences());
        ShownWindow.show(stage);
    }

    @Test
    void oneLabIsEnteredAfterTheOtherWasLeft(FxRobot robot) {
        robot.interact(() -> {
            window.open("B");
            window.open("B");
            window.open("A");
            window.close();
        });
        assertEquals(
                List.of("A entered", "A left", "B entered", "B left", "A entered", "A left", "A closed", "B closed"),
                heard);
    }

    private LabEntry entry(String name) {
        return new LabEntry(name, "", context -> new ToldLab(name));
    }

    private final class ToldLab implements Lab {

        private final String name;
        private final VBox view = new VBox();

        ToldLab(String name) {
            this.name = name;
        }

        @Override
        public Parent view() {
            return view;
        }

        @Override
        public List<Node> tools() {
            return List.of();
        }

        @Override
        public ObservableValue<String> title() {
            return new SimpleStringProperty(name);
        }

        @Override
        public List<Shortcut> shortcuts() {
            return List.of();
        }

        @Override
        public List<TourStep> tour() {
            return List.of();
        }

        @Override
        public void entered() {
            heard.add(name + " entered");
        }

        @Override
        public void left() {
            heard.add(name + " left");
        }

        @Override
        public void pulse() {}

        @Override
        public void close() {
            heard.add(name + " closed");
        }
    }
}
