# SPDX-License-Identifier: MIT
"""What can be a key, and when two keys are in each other's way. Sequences are in Qt's portable form: `Ctrl+K`, `G, I`."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence

from hkwatch.ui.keys.commands import Command

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_NATIVE = QKeySequence.SequenceFormat.NativeText
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
_TAKEN = frozenset(
    (
        *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_F10, Qt.Key.Key_Menu),
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End),
        *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Delete, Qt.Key.Key_Backspace),
    )
)
"""Keys every field and list needs, bare or with Shift."""
_LONGEST = 2


def portable(text: str) -> str:
    """The same sequence as Qt writes it; empty for none, and for what is no key."""
    return QKeySequence(text, _PORTABLE).toString(_PORTABLE)


def shown(text: str) -> str:
    """A sequence as this system writes it, for menus and tooltips: `G I`, `Ctrl+K`."""
    return QKeySequence(text, _PORTABLE).toString(_NATIVE).replace(", ", " ")


def with_key(text: str, key: str) -> str:
    """A tooltip: the text, and in brackets the key where there is one."""
    return f"{text} ({shown(key)})" if key else text


def caps(text: str) -> list[list[str]]:
    """What is printed on the keys: one list for each stroke, one word for each key held in it."""
    strokes = []
    for part in QKeySequence(text, _PORTABLE).toString(_NATIVE).split(", "):
        body = part.removesuffix("+") if len(part) > 1 else part
        held = body.split("+") if body != "+" else ["+"]
        strokes.append([one for one in (*held, *(["+"] if body != part else [])) if one])
    return [stroke for stroke in strokes if stroke]


def problem(command: Command, text: str) -> str:
    """Why the command cannot have this sequence, in the language in force; empty where it can. None (``""``) is fine."""
    translate = QCoreApplication.translate
    if not text.strip():
        return ""
    sequence = QKeySequence(text, _PORTABLE)
    strokes = [sequence[place] for place in range(sequence.count())]  # type: ignore[index]
    if not strokes or any(one.key() is Qt.Key.Key_unknown or one.key() in _MODIFIERS for one in strokes):
        return translate("Keys", "“{0}” is no key. Write it as Ctrl+K, F7, Shift+A or G, I.").format(text)
    if len(strokes) > _LONGEST:
        return translate("Keys", "At most two strokes one after the other.")
    held = [one.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier for one in strokes]
    without = [
        one.key()
        for one, mods in zip(strokes, held, strict=True)
        if mods in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    ]
    if any(key in _TAKEN for key in without):
        return translate("Keys", "Fields and lists need this key themselves.")
    is_function = [Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35 for key in without]
    if not command.single and not all(is_function):
        return translate(
            "Keys", "This command holds everywhere, also while you type: use Ctrl, Alt or a function key with it."
        )
    return ""


def collide(one: str, other: str) -> bool:
    """Whether the two cannot both be keys: they are the same, or one begins the other."""
    first, second = QKeySequence(one, _PORTABLE), QKeySequence(other, _PORTABLE)
    if first.isEmpty() or second.isEmpty():
        return False
    none = QKeySequence.SequenceMatch.NoMatch
    return first.matches(second) is not none or second.matches(first) is not none
