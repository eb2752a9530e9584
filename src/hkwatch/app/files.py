# SPDX-License-Identifier: MIT
"""Everything that is read from files before anything runs: settings, catalogue, rules, names, words of stories."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hkwatch.app.paths import AppPaths, resources
from hkwatch.domain.catalogue import Catalogue, Publisher
from hkwatch.domain.entities import EntityIndex
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import PublisherId, SourceId
from hkwatch.domain.rule_chain import RuleChain
from hkwatch.domain.story_words import StoryReader
from hkwatch.services.rule_book import RuleBook, read_rules
from hkwatch.services.settings import Settings, load_settings
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.sources.entities import load_entities
from hkwatch.sources.fold_table import load_folder
from hkwatch.sources.story_words import load_story_words


@dataclass(frozen=True, slots=True)
class Files:
    """Everything read from files before anything runs. `problems` are the user's files that were left out in part."""

    resources: Path
    catalogue: Catalogue
    rules: RuleBook
    folder: Folder
    settings: Settings
    problems: tuple[SettingsError, ...]
    entities: EntityIndex

    @property
    def classifier(self) -> RuleChain:
        """The rules, the user's own among them, ready to be asked."""
        return self.rules.chain


def read_files(paths: AppPaths) -> Files:
    """Settings, catalogue and rules. A broken file of the user's is named in `problems`; what is whole still runs."""
    folder = resources()
    catalogue, problems = load_catalogue(folder / "catalogue", paths.catalogue_dir)
    fold = load_folder(folder / "fold" / "hant_hans.tsv", folder / "rules" / "names")
    dictionary = load_entities([folder / "entities", paths.entities_dir])
    entities = EntityIndex(dictionary.entities, fold)
    rules = read_rules(folder / "rules", paths.rules_dir, fold, entities)
    try:
        settings = load_settings(paths.settings_file)
    except SettingsError as error:
        problems.append(error)
        settings = Settings()
    for asset in settings.prices.assets:
        if asset not in catalogue.assets:
            known = ", ".join(sorted(catalogue.assets))
            problems.append(
                SettingsError(
                    "unknown-asset", f"No venue quotes {asset}.", f"Known are {known}; add it to a venue's symbols."
                )
            )
    every = (*problems, *rules.problems, *dictionary.problems)
    return Files(folder, catalogue, rules, fold, settings, every, entities)


def load_reader(folder: Path, fold: Folder) -> StoryReader:
    """What reads the events out of texts; `folder` is the program's resources. Raises SettingsError."""
    return StoryReader(load_story_words(folder / "stories"), fold)


def publisher_finder(catalogue: Catalogue) -> Callable[[str, str], Publisher | None]:
    """Finds who speaks by the ids of a source and, where that is not in the catalogue any more, of a publisher."""

    def find(source: str, publisher: str) -> Publisher | None:
        row = catalogue.sources.get(SourceId(source))
        return row.publisher if row is not None else catalogue.publishers.get(PublisherId(publisher))

    return find
