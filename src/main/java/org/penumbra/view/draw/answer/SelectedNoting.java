package org.penumbra.view.draw.answer;

import java.util.Optional;

/** Notes what the selected model says at the present setting; nothing where it was not asked. */
final class SelectedNoting implements Noting {

    private static final String DOUBT = "?";

    private final DrawModel model;

    SelectedNoting(DrawModel model) {
        this.model = model;
    }

    @Override
    public Optional<Note> of(Answered.Answers answers) {
        DrawSettings settings = model.settingsProperty().get();
        return model.selectedModel()
                .flatMap(answers.frame()::answerOf)
                .filter(answer -> settings.suits(answer.model()))
                .map(answer -> CardReading.of(answer, settings.of(answer.model())))
                .map(reading -> new Note(
                        reading.verdict().known() ? reading.headline() : DOUBT,
                        reading.verdict().known()));
    }
}
