/// The files of a new repository that are no JSON.
enum TemplateTexts {
  /// The page that product managers meet first.
  static func readme(title: String) -> String {
    """
    # \(title)

    What we plan and why, as files that can be reviewed: one definition a file, and the folder's name says its kind.

    | You want to | Do this |
    | --- | --- |
    | propose something | copy a file in `initiatives/`, or run `prodops new initiative my-idea` |
    | change a date or a status | edit the file and open a pull request: the check tells what follows from it |
    | see what a thing is and who relies on it | `prodops show initiative:guided-start` |
    | see everything | `prodops list`, or `prodops list initiative --where status=committed` |
    | know whether it is sound | `prodops lint` |

    - `teams/` says who works on what, `metrics/` what a number means, `plans/` what we want to reach by when,
      `initiatives/` how we mean to get there. More kinds: `tool`, `process`, `experiment`, `study`, `insight`, `launch`.
    - A definition refers to others by their `id`. An `id` stays when the title changes.
    - Editors complete and explain every field by the files in `schemas/`; `prodops init --schemas` renews those.
    - Dates may be as vague as they honestly are: `2026-03-31`, `2026-03`, `2026-Q1`, `2026-H1` or `2026`.
    - Nothing is ever lost: why something moved stands in the history of its file.

    """
  }

  /// The check of pull requests, in which what strangers chose, such as a branch's name, is only a variable.
  static let workflow = """
    # Checks definitions, and tells on pull requests what changes.
    name: prodops

    on:
      pull_request:
      push:
        branches: [main]

    permissions:
      contents: read

    jobs:
      check:
        runs-on: ubuntu-24.04
        timeout-minutes: 10
        steps:
          - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
            with:
              fetch-depth: 0 # comparisons need the history
              persist-credentials: false

          - name: Install prodops
            run: |
              # Put the binary on the PATH here. Either unpack a release of the project into /usr/local/bin,
              # or build it from its source with `make install`.
              if ! command -v prodops; then
                echo "::error file=.github/workflows/prodops.yml::the step 'Install prodops' has to be completed"
                exit 1
              fi

          - name: Check everything
            if: github.event_name != 'pull_request'
            run: prodops lint --format github

          - name: Check what the pull request adds
            if: github.event_name == 'pull_request'
            env:
              BASE: origin/${{ github.base_ref }}
            run: prodops lint --since "$BASE" --format github

          - name: Tell what changes
            if: always() && github.event_name == 'pull_request'
            env:
              BASE: origin/${{ github.base_ref }}
            run: prodops diff "$BASE...HEAD" --format markdown >> "$GITHUB_STEP_SUMMARY"

    """
}
