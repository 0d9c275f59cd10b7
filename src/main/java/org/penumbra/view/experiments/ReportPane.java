package org.penumbra.view.experiments;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.penumbra.experiment.report.Curves;
import org.penumbra.experiment.report.FigureTable;
import org.penumbra.experiment.report.Report;
import org.penumbra.experiment.report.ReportPart;
import org.penumbra.experiment.report.Words;
import org.penumbra.live.experiments.ExperimentFrame;
import org.penumbra.view.widget.SteadyScroll;
import org.penumbra.view.widget.symbol.Symbol;
import org.penumbra.view.widget.symbol.SymbolButton;

/**
 * The report as far as it is known: tables and curves first, as they are what one watches, and what is said of them below.
 * Cards stay while the report grows, so that nothing jumps that is being read.
 */
final class ReportPane extends VBox {

    private final Label title = new Label();
    private final Label question = new Label();
    private final VBox parts = new VBox();
    private final List<ReportCard<?>> cards = new ArrayList<>();
    private List<ReportPart> shown = List.of();

    ReportPane(ExperimentsModel model) {
        setId("report");
        getStyleClass().add("report-pane");
        title.getStyleClass().add("paper-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        question.setWrapText(true);
        question.setMinHeight(USE_PREF_SIZE);
        question.getStyleClass().add("question-asked");
        VBox head = new VBox(title, question, signs());
        head.getStyleClass().addAll("card", "report-head");
        parts.getStyleClass().add("parts");
        ScrollPane scroll = new ScrollPane(new VBox(head, parts));
        scroll.getContent().getStyleClass().add("report-sheet");
        scroll.getStyleClass().add("report-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        SteadyScroll.in(scroll, Orientation.VERTICAL);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        model.frameProperty().addListener((observed, before, now) -> show(now));
    }

    private static FlowPane signs() {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("signs");
        row.setAlignment(Pos.CENTER_LEFT);
        for (Symbol symbol : ExperimentSymbols.all()) {
            row.getChildren().add(new SymbolButton(symbol, null));
        }
        return row;
    }

    private void show(ExperimentFrame frame) {
        Report report = frame.report();
        title.setText(report.title());
        question.setText(report.question());
        List<ReportPart> ordered = ordered(report.parts());
        boolean same = ordered.size() == shown.size();
        for (int i = 0; same && i < ordered.size(); i++) {
            same = ordered.get(i).getClass() == shown.get(i).getClass()
                    && ordered.get(i).heading().equals(shown.get(i).heading());
        }
        if (!same) {
            cards.clear();
            ordered.forEach(part -> cards.add(card(part)));
            parts.getChildren().setAll(cards);
        } else {
            for (int i = 0; i < ordered.size(); i++) {
                if (!ordered.get(i).equals(shown.get(i))) {
                    fill(cards.get(i), ordered.get(i));
                }
            }
        }
        shown = ordered;
    }

    private static List<ReportPart> ordered(List<ReportPart> all) {
        List<ReportPart> ordered = new ArrayList<>(
                all.stream().filter(part -> !(part instanceof Words)).toList());
        all.stream().filter(Words.class::isInstance).forEach(ordered::add);
        return ordered;
    }

    private static ReportCard<?> card(ReportPart part) {
        if (part instanceof FigureTable table) {
            return new TableCard(table);
        }
        return part instanceof Curves curves ? new CurvesCard(curves) : new WordsCard((Words) part);
    }

    private static void fill(ReportCard<?> card, ReportPart part) {
        if (card instanceof TableCard table) {
            table.show((FigureTable) part);
        } else if (card instanceof CurvesCard curves) {
            curves.show((Curves) part);
        } else if (card instanceof WordsCard words) {
            words.show((Words) part);
        }
    }
}
