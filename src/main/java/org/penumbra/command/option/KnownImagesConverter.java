package org.penumbra.command.option;

import org.penumbra.data.DataException;
import org.penumbra.data.image.KnownImages;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Turns "mnist" into the data set; another name is wrong use. */
public final class KnownImagesConverter implements ITypeConverter<KnownImages> {

    @Override
    public KnownImages convert(String name) {
        try {
            return KnownImages.named(name);
        } catch (DataException none) {
            throw new TypeConversionException(none.getMessage());
        }
    }
}
