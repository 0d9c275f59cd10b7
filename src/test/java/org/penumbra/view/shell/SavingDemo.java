package org.penumbra.view.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.stage.WindowEvent;
import org.penumbra.kit.window.Demo;
import org.penumbra.live.rings.RingsSession;
import org.penumbra.preset.Presets;
import org.penumbra.view.data.DataSources;
import org.penumbra.view.data.ImageDataPart;
import org.penumbra.view.rings.RingsLab;

/**
 * Shows a window in which saves do not end, to be looked at. Arguments: those of every {@link Demo}, "two" (of them), "close"
 * (as if somebody had closed the window), or "replace" (the question about files in a folder).
 */
final class SavingDemo extends Demo {

    private final CountDownLatch never = new CountDownLatch(1);
    private LabContext context;

    private SavingDemo(String... arguments) {
        super(arguments);
    }

    public static void main(String[] arguments) throws Exception {
        new SavingDemo(arguments).run();
    }

    @Override
    protected void open() {
        fill(ImageDataPart.of(data(), DataSources.shipped()), new LabEntry("Rings", "", given -> {
            context = given;
            return new RingsLab(Presets.find("rings"), RingsSession::new, given);
        }));
    }

    @Override
    protected void shown() {
        save("fooling.gif");
        if (has("two")) {
            save("run v1.2.json");
        }
        if (has("close")) {
            stage().fireEvent(new WindowEvent(stage(), WindowEvent.WINDOW_CLOSE_REQUEST));
        }
        if (has("replace")) {
            context.replacing().inFolder(Path.of("src"), List.of("main", "test"), () -> {});
            context.replacing().inFolder(Path.of(""), List.of("pom.xml", "README.md", "LICENSE"), () -> {});
        }
    }

    private void save(String name) {
        context.saves()
                .write(
                        Path.of("target", name),
                        () -> {
                            never.await();
                            return name;
                        },
                        done -> {},
                        problem -> {});
    }

    @Override
    protected void close() {
        never.countDown();
    }
}
