package org.penumbra.live.rings;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import org.penumbra.data.CsvTable;
import org.penumbra.data.WholeFile;
import org.penumbra.live.rings.AttackPath.Attacked;

/** Writes the paths of an attack as comma-separated values: one header line, then one line a step, decimals with a dot. */
public final class AttackCsv {

    private static final String[] HEADER = {
        "run",
        "attacked",
        "target",
        "tau",
        "alpha",
        "beta",
        "step",
        "training_step",
        "x",
        "y",
        "probability",
        "scaled_output"
    };

    private AttackCsv() {}

    /**
     * Writes both paths into a file, whole or not at all; an existing one is replaced.
     *
     * @throws IOException where it cannot be written
     */
    public static void write(Path file, AttackFrame attack) throws IOException {
        WholeFile.writeText(file, writer -> write(writer, attack));
    }

    /**
     * Writes the path that raises y ({@code y}) and then the one that raises y~ ({@code scaled}).
     *
     * @param writer receives the text and stays open
     */
    public static void write(Writer writer, AttackFrame attack) throws IOException {
        CsvTable table = new CsvTable(writer, HEADER);
        AttackPlan plan = attack.plan();
        for (AttackPath path : attack.paths()) {
            String attacked = path.attacked() == Attacked.PREDICTION ? "y" : "scaled";
            for (AttackPoint point : path.points()) {
                table.line(
                        attack.generation(),
                        attacked,
                        plan.target(),
                        plan.confidence().tau(),
                        plan.confidence().alpha(),
                        plan.confidence().beta(),
                        point.step(),
                        point.trainingStep(),
                        point.x(),
                        point.y(),
                        point.probability(),
                        point.scaled());
            }
        }
    }
}
