package org.penumbra.view.draw.input;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.input.Clipboard;
import org.penumbra.data.OutsideText;
import org.penumbra.data.Problem;
import org.penumbra.data.ink.DigitImage;
import org.penumbra.data.ink.Picture;
import org.penumbra.data.ink.PictureException;
import org.penumbra.data.ink.PictureFile;
import org.penumbra.live.engine.Background;
import org.penumbra.view.shell.FilePicker;
import org.penumbra.view.shell.message.FailureReports;
import org.penumbra.view.shell.message.Message;

/**
 * Pictures as input: from a file, the clipboard, or dropped on the pad. They are read in the background. One that cannot be
 * used is told of in a message and changes nothing.
 */
final class PictureInput {

    private static final FilePicker.Kind PICTURE =
            new FilePicker.Kind("Picture", "png", List.of("jpg", "jpeg", "gif", "bmp"));
    private static final String PASTED = "The pasted picture";

    private final InputModel model;
    private final FilePicker files;
    private final Background background;
    private final Consumer<Message> messages;

    PictureInput(InputModel model, FilePicker files, Background background, Consumer<Message> messages) {
        this.model = model;
        this.files = files;
        this.background = background;
        this.messages = messages;
    }

    /** Asks for a file and opens it. */
    void open() {
        files.toOpen("Open a picture", PICTURE).ifPresent(this::open);
    }

    /** Opens a file. */
    void open(Path file) {
        String title = "picture " + OutsideText.shown(file.getFileName().toString());
        take(
                "This file can't be shown",
                () -> new Base.Still(
                        title, DigitImage.ofAny(PictureFile.read(file)).pixels()));
    }

    /** Whether there is a picture or a file in what is dragged over the pad. */
    static boolean takes(Clipboard content) {
        return content.hasFiles() || content.hasImage();
    }

    /** Takes what was copied or dropped: the first file, otherwise the picture. */
    void take(Clipboard content) {
        if (content.hasFiles() && !content.getFiles().isEmpty()) {
            List<File> found = content.getFiles();
            open(found.get(0).toPath());
        } else if (content.hasImage() && content.getImage() != null) {
            take(content.getImage());
        } else {
            messages.accept(Message.failure(
                    "There is no picture to paste",
                    "Expected a picture or a picture's file on the clipboard, but there is "
                            + (content.hasString() ? "only text" : "none")
                            + ". Copy a picture in another program, then paste again."));
        }
    }

    private void take(Image image) {
        String problem = "This picture can't be shown";
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        PixelReader reader = image.getPixelReader();
        if (width < 1 || height < 1 || reader == null) {
            messages.accept(Message.failure(
                    problem, PASTED + " has no pixels that can be read. Save it as PNG and open " + "the file."));
            return;
        }
        try {
            PictureFile.checkSize(PASTED, width, height);
        } catch (PictureException huge) {
            messages.accept(Message.failure(problem, huge.getMessage()));
            return;
        }
        int[] argb = new int[width * height];
        reader.getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        take(
                problem,
                () -> new Base.Still(
                        "pasted picture",
                        DigitImage.ofAny(Picture.ofColours(PASTED, width, height, argb))
                                .pixels()));
    }

    private void take(String failure, Callable<Base.Still> work) {
        background.run(work, model::choose, problem -> {
            if (problem instanceof Problem) {
                messages.accept(Message.failure(failure, problem.getMessage()));
            } else {
                FailureReports.report(problem);
            }
        });
    }
}
