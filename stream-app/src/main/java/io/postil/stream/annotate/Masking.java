package io.postil.stream.annotate;

import io.postil.privacy.Finding;
import io.postil.privacy.Masked;
import java.util.List;

/** Masks a text; {@link io.postil.privacy.Masker} does. */
@FunctionalInterface
public interface Masking {

    /**
     * Masks what the rules and the model find.
     *
     * @throws io.postil.privacy.MaskingException if it cannot be guaranteed that all findings are masked
     */
    Masked mask(String text, List<Finding> fromModel);
}
