package org.penumbra.view.widget.form;

import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;

/**
 * One number of a settings record as a property. The record stays the truth: setting the number replaces the record,
 * replacing the record moves the number, and a number the record refuses is refused with the record's own message.
 *
 * @param <S> the record
 */
public final class SettingProperty<S> extends SimpleDoubleProperty {

    private final ObjectProperty<S> settings;
    private final BiFunction<S, Double, S> changed;

    /**
     * @param settings the record, which changes with this number and changes it
     * @param read     the number in a record
     * @param changed  a record with another number
     */
    public SettingProperty(
            Object bean,
            String name,
            ObjectProperty<S> settings,
            ToDoubleFunction<S> read,
            BiFunction<S, Double, S> changed) {
        super(bean, name, read.applyAsDouble(settings.get()));
        this.settings = settings;
        this.changed = changed;
        settings.addListener((observed, before, now) -> super.set(read.applyAsDouble(now)));
    }

    @Override
    public void set(double value) {
        if (value != get()) {
            settings.set(changed.apply(settings.get(), value));
        }
    }
}
