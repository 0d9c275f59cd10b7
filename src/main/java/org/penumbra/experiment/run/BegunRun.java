package org.penumbra.experiment.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.penumbra.data.Reasons;
import org.penumbra.data.RegularFile;
import org.penumbra.experiment.ExperimentException;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.preset.PresetException;
import org.penumbra.preset.PresetText;

/**
 * What was begun in a folder of results, read before anybody goes on with it.
 *
 * @param experiment its name; the program need not know it
 * @param settings   how it is run
 */
public record BegunRun(String experiment, ExperimentSettings settings) {

    private static final String REMEDY = "; choose the folder of a run, which holds " + ResultsFolder.IDENTITY;

    /**
     * Reads it.
     *
     * @throws ExperimentException where no run was begun, or its file cannot be read
     */
    public static BegunRun in(Path folder) {
        Path file = folder.resolve(ResultsFolder.IDENTITY);
        if (!ResultsFolder.holdsRun(folder)) {
            throw new ExperimentException(
                    folder + ": expected the results of an experiment, but no run was begun there" + REMEDY);
        }
        try {
            JsonNode identity = new PresetText().parse(RegularFile.text(file), file.toString());
            return new BegunRun(identity.path("experiment").asText(), ExperimentSettings.of(identity.path("settings")));
        } catch (IOException unreadable) {
            throw new ExperimentException(
                    file + " cannot be read (" + Reasons.of(unreadable) + ")" + REMEDY, unreadable);
        } catch (PresetException | IllegalArgumentException damaged) {
            throw new ExperimentException(
                    file + " cannot be understood: it is damaged or from another version of the program" + REMEDY,
                    damaged);
        }
    }
}
