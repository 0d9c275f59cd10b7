package org.penumbra.view.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.kit.window.ChosenFiles;
import org.penumbra.kit.window.CutOff;
import org.penumbra.kit.window.EmptyLab;
import org.penumbra.kit.window.NamelessButtons;
import org.penumbra.kit.window.ShownWindow;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The sheet of preferences in the window, by hand and by keys. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class PreferencesSheetTest {

    @TempDir
    Path folder;

    private final MemoryPreferences memory = new MemoryPreferences();
    private final ChosenFiles files = new ChosenFiles();
    private final FxRobot robot = new FxRobot();
    private MainWindow window;
    private Stage stage;

    @Start
    void open(Stage shown) {
        stage = shown;
        memory.put("threads", "1");
        window = ShownWindow.open(shown, folder, memory, files, entry("First"), entry("Second"));
    }

    private static LabEntry entry(String name) {
        return new LabEntry(name, "", given -> new EmptyLab());
    }

    @AfterEach
    void close() {
        robot.interact(window::close);
    }

    private void openSheet() {
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        await(() -> robot.lookup("#preference-theme").tryQuery().isPresent());
    }

    @SuppressWarnings("unchecked")
    private <T> void choose(String id, T value) {
        robot.interact(() -> ((ComboBox<T>) robot.lookup(id).queryAs(ComboBox.class)).setValue(value));
    }

    @Test
    void whatIsChosenCountsAndIsKept() {
        openSheet();
        choose("#preference-theme", Theme.DARK);
        assertEquals(Theme.DARK, window.theme());
        choose("#preference-letters", 130);
        choose("#preference-window", false);
        choose("#preference-lab", Optional.of("Second"));
        choose("#preference-threads", Optional.empty());
        choose("#preference-memory", Optional.of(1024));
        files.file = folder.resolve("images");
        robot.clickOn("#preference-data-choose");
        assertEquals(
                List.of("dark", "130", "usual", "Second", "none", "1024", files.file.toString()),
                List.of(
                        memory.get("theme", ""),
                        memory.get("letters-percent", ""),
                        memory.get("window-at-start", ""),
                        memory.get("lab-at-start", ""),
                        memory.get("threads", "none"),
                        memory.get("memory-megabytes", ""),
                        memory.get("data-folder", "")));
        assertEquals(
                files.file.toString(),
                robot.lookup("#preference-data").queryAs(TextField.class).getText());
        robot.clickOn("#preferences-usual");
        assertEquals(Theme.LIGHT, window.theme());
        assertEquals(
                List.of("light", "100", "none", "none", "none", "none", "none"),
                List.of(
                        memory.get("theme", ""),
                        memory.get("letters-percent", ""),
                        memory.get("window-at-start", "none"),
                        memory.get("lab-at-start", "none"),
                        memory.get("threads", "none"),
                        memory.get("memory-megabytes", "none"),
                        memory.get("data-folder", "none")));
    }

    @Test
    void everyChoiceSaysWhatIsUsualAndWhenItCounts() {
        openSheet();
        Set<Label> details = robot.lookup(".preference-row .detail").queryAllAs(Label.class);
        List<String> counts = details.stream()
                .map(Label::getText)
                .filter(text -> text.startsWith("Usual: "))
                .toList();
        assertEquals(7, counts.size(), counts.toString());
        assertTrue(
                counts.stream().allMatch(text -> text.endsWith("at once.") || text.endsWith("next start.")),
                counts.toString());
        // The window was opened with a folder of its own, and the options for Java do not come from the preferences.
        String notes = robot.lookup(".overridden").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .collect(Collectors.joining("\n"));
        assertTrue(notes.contains("--data names " + folder), notes);
        assertTrue(notes.contains("says -Xmx2g, which goes before this."), notes);
        assertTrue(notes.contains("Not in force: "), notes);
    }

    @Test
    void aPresetThatTheStartNamesIsToldOf() {
        robot.interact(() -> window.program().labNamed("The start named the preset moons, which goes before this."));
        openSheet();
        assertTrue(robot.lookup(".overridden").queryAllAs(Label.class).stream()
                .anyMatch(note -> note.getText().contains("the preset moons")));
    }

    @Test
    void everythingIsReachedByKeysAndHasAName() {
        openSheet();
        assertEquals(List.of(), NamelessButtons.in(robot));
        Set<String> reached = new LinkedHashSet<>();
        for (int i = 0; i < 16; i++) {
            robot.type(KeyCode.TAB);
            Node focus = stage.getScene().getFocusOwner();
            reached.add(String.valueOf(focus.getId()));
            assertFalse(
                    focus instanceof ComboBox<?> && focus.getAccessibleText().isBlank(), "no name: " + focus.getId());
        }
        for (String id : List.of("theme", "letters", "window", "lab", "data", "data-choose", "threads", "memory")) {
            assertTrue(reached.contains("preference-" + id), id + " is not among " + reached);
        }
        assertTrue(reached.contains("preferences-close"), reached.toString());
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#preference-theme").tryQuery().isEmpty());
    }

    @Test
    void itFitsInASmallWindowAndALargeOneInBothThemes() {
        List<String> faults = new ArrayList<>();
        openSheet();
        for (Theme theme : Theme.values()) {
            choose("#preference-theme", theme);
            for (int[] size : new int[][] {{960, 640}, {1920, 1080}}) {
                robot.interact(() -> {
                    stage.setWidth(size[0]);
                    stage.setHeight(size[1]);
                });
                CutOff.in(stage.getScene()).forEach(fault -> faults.add(theme + " " + size[0] + ": " + fault));
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void theChosenLabIsOpenAtTheNextStart() {
        memory.put("lab", "First");
        memory.put("lab-at-start", "Second");
        robot.interact(() -> {
            window.close();
            window = ShownWindow.open(stage, folder, memory, files, entry("First"), entry("Second"));
        });
        assertTrue(stage.getTitle().endsWith("Penumbra"), stage.getTitle());
        assertEquals("Second", memory.get("lab", ""));
    }
}
