# SPDX-License-Identifier: MIT
"""Why a query cannot be read, in words. For the line under the search box and the terminal."""

from collections.abc import Callable

from hkwatch.domain.query_fields import FIELDS, Kind
from hkwatch.domain.query_known import meant
from hkwatch.domain.query_tree import Field, QueryError
from hkwatch.services.cjk_spacing import fitted, joined, tightened

Translate = Callable[[str, str], str]
"""Qt's own or that of `Texts`: context and English to the language in force."""


def complaint(error: QueryError, translate: Translate) -> str:
    """One sentence about what cannot be read, with an example that works where there is one."""
    known = ", ".join(error.allowed)
    match error.key:
        case "missing-value":
            example = f"{error.value}:{error.allowed[0]}" if error.allowed else _example(error.field)
            return translate("Explain", "{0}: needs a value, e.g. {1}").format(error.value, example)
        case "unknown-value":
            spec = next((spec for field, spec in FIELDS.items() if field.value == error.field), None)
            if spec is not None and spec.kind in (Kind.DATE, Kind.DUE):
                examples = ", ".join(spec.examples)
                return translate("Explain", "“{0}” is no date. Examples: {1}.").format(error.value, examples)
            likely = meant(error.value, error.allowed)
            if likely:
                sentence = translate("Explain", "“{0}” is not known here. Did you mean {1}?")
                return fitted(sentence, error.value, _joined(likely, translate))
            sentence = translate("Explain", "“{0}” is not known here. Known: {1}.")
            return sentence.format(error.value, known)
        case "unknown-name":
            return _nobody(error, translate)
        case "needs-number":
            sentence = translate("Explain", "{0}: needs a comparison, e.g. {1}")
            return sentence.format(error.field, error.allowed[0])
        case "unknown-field":
            return translate("Explain", "{0}: is not a field. Known: {1}.").format(error.value, known)
        case "not-searchable":
            return translate("Explain", "“{0}” cannot be searched yet.").format(error.value)
        case "open-quote":
            return translate("Explain", "A quotation mark is still open.")
        case "open-bracket":
            return translate("Explain", "A bracket is still open.")
        case "stray-bracket":
            return translate("Explain", "This bracket was never opened.")
        case "empty-group":
            return translate("Explain", "There is nothing between the brackets.")
        case "group-value":
            sentence = translate("Explain", "{0}: takes values with commas between them, not brackets.")
            return sentence.format(error.value)
        case "missing-term":
            if error.value == "NOT":
                return translate("Explain", "{0} needs a condition after it.").format(error.value)
            return translate("Explain", "{0} needs a condition on both sides.").format(error.value)
        case "only-whole":
            sentence = translate("Explain", "{0}: is for the whole query; it cannot be negated or in brackets.")
            return sentence.format(error.value)
        case "open-regex":
            return translate("Explain", "The expression has no closing slash.")
        case "bad-regex":
            return translate("Explain", "This expression cannot be read: {0}.").format(error.value)
        case "no-regex":
            return translate("Explain", "{0}: takes no expression; these do: {1}.").format(error.value, known)
        case "slow-regex":
            return translate("Explain", "This expression takes too long on one text. A simpler one may do.")
        case "long-regex":
            return translate(
                "Explain", "This expression takes too long on so many items. Add a word, a source or a level."
            )
        case "short-prefix":
            return translate("Explain", "At least two letters must stand before the star.")
        case "nothing-to-find":
            return translate("Explain", "There is no word to find in “{0}”.").format(error.value)
        case "too-deep" | "too-long":
            return translate("Explain", "This query is too long.")
        case _:
            return translate("Explain", "Something is missing at character {0}.").format(error.position + 1)


def _nobody(error: QueryError, translate: Translate) -> str:
    """Nothing is called so, and what was probably meant."""
    fact = {
        Field.SRC.value: translate("Explain", "There is no source “{0}”."),
        Field.LABEL.value: translate("Explain", "There is no label “{0}”."),
        Field.RULE.value: translate("Explain", "There is no rule “{0}”."),
        Field.ENTITY.value: translate("Explain", "No firm “{0}” is known."),
        Field.CE.value: translate("Explain", "No firm with the CE number {0} is known."),
    }[error.field].format(error.value)
    if not error.allowed:
        return fact
    question = fitted(translate("Explain", "Did you mean {0}?"), _joined(error.allowed, translate))
    # A full-width stop has its blank in itself.
    return f"{tightened(f'{fact} ', question)}{question}"


def _joined(names: tuple[str, ...], translate: Translate) -> str:
    return joined(list(names), translate("Explain", " or "))


def _example(field: str) -> str:
    return next((spec.examples[0] for name, spec in FIELDS.items() if name.value == field), "")
