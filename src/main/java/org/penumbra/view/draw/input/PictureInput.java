package org.penumbra.view.draw.input;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.input.Clipboard;
import org.penumbra.data.OutsideText;
import org.penumbra.data.Problem;
import org.penumbra.data.ink.Fit;
import org.penumbra.data.ink.FittedImage;
import org.penumbra.data.ink.Picture;
import org.penumbra.data.ink.PictureException;
import org.penumbra.data.ink.PictureFile;
import org.penumbra.data.ink.Shrinking;
import org.penumbra.live.engine.Background;
import org.penumbra.view.lab.LastAsked;
import org.penumbra.view.shell.FilePicker;
import org.penumbra.view.shell.message.FailureReports;
import org.penumbra.view.shell.message.Message;

/**
 * Pictures as input: from a file, the clipboard, or dropped on the pad. They are read in the background. One that cannot be
 * used is told of in a message and changes nothing.
 */
final class PictureInput {

    private static final FilePicker.Kind PICTURE =
            new FilePicker.Kind("Picture", "png", List.of("jpg", "jpeg", "gif", "bmp", "webp", "tif", "tiff"));
    private static final String PASTED = "The pasted picture";

    private final InputModel model;
    private final FilePicker files;
    private final Background background;
    private final Consumer<Message> messages;
    private final LastAsked asked = new LastAsked();

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
        Fit seen = model.seenFit();
        background.read(
                file,
                () -> new Base.Still(title, FittedImage.of(PictureFile.read(file), seen)),
                asked.only(model::choose),
                problem -> refuse("This file can't be shown", problem));
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
            messages.accept(Message.warning(
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
        Shrinking shrinking;
        try {
            shrinking = Shrinking.of(PASTED, width, height);
        } catch (PictureException huge) {
            messages.accept(Message.failure(problem, huge.getMessage()));
            return;
        }
        int columns = shrinking.kept(width);
        int rows = shrinking.kept(height);
        int[] argb = pixels(reader, width, columns, rows, shrinking.every());
        Fit seen = model.seenFit();
        background.run(
                () -> new Base.Still(
                        "pasted picture", FittedImage.of(Picture.ofColours(PASTED, columns, rows, argb), seen)),
                asked.only(model::choose),
                failure -> refuse(problem, failure));
    }

    /** Every so many-th column and row. */
    private static int[] pixels(PixelReader reader, int width, int columns, int rows, int every) {
        int[] argb = new int[columns * rows];
        int[] line = new int[width];
        for (int row = 0; row < rows; row++) {
            reader.getPixels(0, row * every, width, 1, PixelFormat.getIntArgbInstance(), line, 0, width);
            for (int column = 0; column < columns; column++) {
                argb[row * columns + column] = line[column * every];
            }
        }
        return argb;
    }

    private void refuse(String title, Throwable problem) {
        if (problem instanceof Problem) {
            messages.accept(Message.failure(title, problem.getMessage()));
        } else {
            FailureReports.report(problem);
        }
    }
}
