package org.penumbra.view.fooling;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.Property;

/**
 * The settings of an attack and the values that the present one was begun with. Whatever is changed begins another; where
 * the present one would be missed a person is asked first, and until they agree the settings say what is attacked. Belongs
 * to one thread.
 */
final class SettledValues {

    private final List<? extends Property<?>> settings;
    private final Consumer<Runnable> losing;
    private final Runnable begin;
    private List<?> settled;
    private boolean together;
    private boolean refused;

    /**
     * @param losing runs what it is given at once, when a person agrees, or never
     * @param begin  begins an attack with the values as they are
     */
    SettledValues(List<? extends Property<?>> settings, Consumer<Runnable> losing, Runnable begin) {
        this.settings = settings;
        this.losing = losing;
        this.begin = begin;
        settled = values();
        settings.forEach(setting -> setting.addListener((observed, before, now) -> changed()));
    }

    /** Changes several and begins once. */
    void change(Runnable changes) {
        inOne(changes);
        changed();
    }

    /** Changes something without a question and without a beginning. */
    void quietly(Runnable changes) {
        inOne(changes);
    }

    /** What is set now is what is attacked. */
    void settle() {
        settled = values();
        refused = false;
    }

    /**
     * Takes back what nobody has agreed to yet. Not at once: a slider or a menu that has told of its new value does not
     * listen until it has done so.
     */
    void pulse() {
        if (refused) {
            refused = false;
            inOne(() -> put(settled));
        }
    }

    private void changed() {
        if (together) {
            return;
        }
        List<?> wanted = values();
        refused = true;
        losing.accept(() -> {
            inOne(() -> put(wanted));
            begin.run();
            refused = false;
        });
    }

    private void inOne(Runnable changes) {
        boolean outer = together;
        together = true;
        try {
            changes.run();
        } finally {
            together = outer;
        }
    }

    private List<?> values() {
        return settings.stream().<Object>map(Property::getValue).toList();
    }

    private void put(List<?> values) {
        for (int i = 0; i < values.size(); i++) {
            put(settings.get(i), values.get(i));
        }
    }

    /** The value was read from this very setting. */
    @SuppressWarnings("unchecked")
    private static <T> void put(Property<T> setting, Object value) {
        setting.setValue((T) value);
    }
}
