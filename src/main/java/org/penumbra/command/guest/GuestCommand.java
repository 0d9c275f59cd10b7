package org.penumbra.command.guest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.penumbra.archive.Models;
import org.penumbra.archive.guest.GuestFile;
import org.penumbra.archive.guest.GuestOpening;
import org.penumbra.command.console.CommandFailure;
import org.penumbra.command.console.Console;
import org.penumbra.command.console.Dl4jWait;
import org.penumbra.command.option.DataOption;
import org.penumbra.confidence.guest.ChosenImages;
import org.penumbra.confidence.guest.GuestTrial;
import org.penumbra.net.guest.GuestModel;
import org.penumbra.net.guest.GuestReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what is taken for what in a network of DL4J, and corrects it. */
@Command(
        name = "guest",
        description = {
            "Shows what is taken for what in a network that DL4J's ModelSerializer wrote, and corrects it. Such a file can be "
                    + "named wherever a command takes a MODEL.",
            "What is chosen here, and what is measured with --images, is kept in a file beside the network that ends in .guest; "
                    + "the network itself stays as DL4J wrote it."
        },
        footer = {
            "",
            "For example: penumbra guest lenet.zip --ink dark --range 0..255",
            "             penumbra guest lenet.zip --images mnist"
        })
public final class GuestCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "A network that DL4J's ModelSerializer wrote.")
    private Path file;

    @Mixin
    private ReadingOptions reading;

    @Mixin
    private DataOption data;

    @Option(
            names = "--images",
            paramLabel = "NAME|DIR",
            description =
                    "Images whose classes are known: mnist, fashion-mnist, built-in-digits, a folder with the four files "
                            + "of a data set, or one with a folder of pictures for each class. Measures how many of the test images are "
                            + "answered right and, where the network reconstructs, calibrates its confidence on the last sixth of the "
                            + "training images. Detectors are fitted on these images from then on.")
    private String images;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    public GuestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        if (Files.isRegularFile(file) && !Models.isGuest(file)) {
            throw new CommandFailure(
                    file + ": expected a network that DL4J's ModelSerializer wrote, but it is none; a model "
                            + "of this program says itself what is what in it");
        }
        GuestOpening opened = GuestFile.open(file);
        GuestReading wanted = reading.applied(opened.model().reading());
        GuestModel guest = opened.model();
        boolean changed = !wanted.equals(guest.reading());
        if (changed) {
            guest = guest.with(wanted);
        }
        Optional<GuestTrial> trial = Optional.empty();
        if (images != null) {
            Dl4jWait.load(console);
            trial = Optional.of(GuestTrial.of(ChosenImages.of(guest, images, data.home())));
            guest = trial.get().guest();
        }
        if (changed || trial.isPresent()) {
            GuestFile.save(guest, file);
        }
        show(new GuestAccount(file, guest, opened, changed || trial.isPresent(), trial));
        return 0;
    }

    private void show(GuestAccount account) throws JsonProcessingException {
        if (json) {
            console.out()
                    .println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(account.json()));
        } else {
            account.lines().forEach(console.out()::println);
        }
    }
}
