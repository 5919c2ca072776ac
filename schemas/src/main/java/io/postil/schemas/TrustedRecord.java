package io.postil.schemas;

import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * What every generated record extends. Avro loads only classes that the process trusts; this trusts those of this package
 * when the first of them is used, beside what was trusted before, so that no system property is needed.
 */
public abstract class TrustedRecord extends SpecificRecordBase {
    private static final long serialVersionUID = 1L;

    static {
        String trusted = TrustedRecord.class.getPackageName();
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), type -> type.getPackageName()
                        .equals(trusted)));
    }
}
