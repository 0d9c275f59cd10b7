package org.penumbra.experiment.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.penumbra.archive.Models;
import org.penumbra.archive.ShippedDetectors;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.detector.model.ImageDetectors;

/** The rows of a table: which models and detectors stand in it. What does not ship has no row. */
final class TableRows {

    /** Allowances of the calibration side by side, as the paper does not say how it chose alpha. */
    static final List<Double> KAPPAS = List.of(1.0, 1.5, 2.0);

    private static final String CNN = "cnn";
    private static final String COOL = "cool";
    private static final String SYM = "dae-sym";
    private static final String ASYM = "dae-asym";
    private static final String CLUTTER = "dae-sym-clutter";

    private static final Map<String, String> NAMES =
            Map.of(CNN, "CNN", COOL, "COOL", SYM, "dAE sym", ASYM, "dAE asym", CLUTTER, "dAE sym among clutter");

    private final String data;
    private final Map<String, PaperFigures> paper;
    private final List<TableRow> rows = new ArrayList<>();

    private TableRows(String data, Map<String, PaperFigures> paper) {
        this.data = data;
        this.paper = paper;
    }

    /**
     * The rows, the paper's first.
     *
     * @param data  the name of a data set, which its models' names begin with
     * @param paper its figures by the rest of the model's name
     */
    static List<TableRow> of(String data, Map<String, PaperFigures> paper) {
        TableRows table = new TableRows(data, paper);
        table.own(CNN);
        table.own(COOL);
        table.autoencoder(SYM, KAPPAS);
        table.autoencoder(ASYM, KAPPAS);
        table.autoencoder(CLUTTER, List.of(1.0));
        table.detectors(CNN);
        table.detectors(SYM);
        return List.copyOf(table.rows);
    }

    private String model(String kind) {
        return data + "-" + kind;
    }

    private boolean ships(String kind) {
        return Models.names().contains(model(kind));
    }

    private PaperFigures paper(String kind) {
        return paper.getOrDefault(kind, PaperFigures.UNKNOWN);
    }

    private void own(String kind) {
        if (ships(kind)) {
            rows.add(new TableRow(
                    kind,
                    NAMES.get(kind),
                    model(kind),
                    new TableRow.Own(Double.NaN),
                    false,
                    TableRow.Trials.ALL,
                    paper(kind)));
        }
    }

    private void autoencoder(String kind, List<Double> kappas) {
        if (!ships(kind)) {
            return;
        }
        for (double kappa : kappas) {
            String number = kappa == Math.rint(kappa)
                    ? Long.toString(Math.round(kappa))
                    : String.format(Locale.ROOT, "%.1f", kappa);
            boolean all = kappa == kappas.get(0) && !kind.equals(CLUTTER);
            rows.add(new TableRow(
                    kind + "-kappa-" + number.replace('.', '-'),
                    NAMES.get(kind) + ", kappa " + number,
                    model(kind),
                    new TableRow.Own(kappa),
                    true,
                    all ? TableRow.Trials.ALL : TableRow.Trials.SOME,
                    paper(kind)));
        }
    }

    private void detectors(String kind) {
        if (!ships(kind)) {
            return;
        }
        boolean doubts = kind.equals(SYM);
        if (doubts) {
            rows.add(detector(kind, "y alone", "y", new TableRow.Outputs(), false));
        }
        for (String id : ShippedDetectors.of(model(kind))) {
            if (ImageDetectors.hasGradient(id)) {
                String name = Detectors.kind(id).about().name();
                rows.add(detector(kind, name, id, new TableRow.Shipped(id), doubts));
            }
        }
    }

    private TableRow detector(String kind, String name, String id, TableRow.Judge judge, boolean patient) {
        return new TableRow(
                kind + "-" + id,
                NAMES.get(kind) + ", " + name,
                model(kind),
                judge,
                patient,
                TableRow.Trials.SOME,
                PaperFigures.UNKNOWN);
    }
}
