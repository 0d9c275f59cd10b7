package org.penumbra.view.draw.answer;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.penumbra.live.draw.AnswerFrame;
import org.penumbra.view.draw.input.DigitInput;

/** What the models answered to the inputs that are kept, and to the present one, so that it can be exported. */
public final class Answered {

    private final Map<DigitInput, Answers> answers = new IdentityHashMap<>();
    private final Set<DigitInput> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    private DigitInput present;

    /**
     * The answers to one input.
     *
     * @param frame of the engine
     * @param names of its models, in their order
     */
    public record Answers(AnswerFrame frame, List<String> names) {

        public Answers {
            names = List.copyOf(names);
        }
    }

    /** Another input is the present one, null for none. */
    void ask(DigitInput input) {
        DigitInput before = present;
        present = input;
        if (before != null && before != input && !kept.contains(before)) {
            answers.remove(before);
        }
    }

    void put(DigitInput input, Answers given) {
        answers.put(input, given);
    }

    /** Keeps the answers to these inputs and to the present one, and no others. */
    void keep(Collection<DigitInput> inputs) {
        kept.clear();
        kept.addAll(inputs);
        answers.keySet().removeIf(input -> input != present && !kept.contains(input));
    }

    /** The answers to an input, the very same one; empty while there are none. */
    public Optional<Answers> to(DigitInput input) {
        return Optional.ofNullable(answers.get(input));
    }
}
