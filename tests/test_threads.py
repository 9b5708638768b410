"""Threads of comments: what opens one, what opens none though the word for them stands above it, and what parts one."""

from dechrome import Cleaner

MENU = [
    "Câmara adia votação do orçamento para quinta-feira",
    "Vereadores pedem mais tempo para ler as emendas.",
    "Peixe fica mais caro pela terceira semana",
    "A falta de barcos elevou os preços no mercado.",
]
SECTION = [
    "A ponte que ninguém pediu",
    "Nosso editor escreve sobre a obra do cais.",
    "Ontem, 19:15",
    "O silêncio do prefeito",
    "Três perguntas sem resposta.",
    "Ontem, 11:58",
]
STORY = [
    "Eclusa velha reabre após onze anos",
    "O guarda abriu a velha eclusa às seis da manhã de segunda-feira, e quarenta barcos passaram por ela.",
    "Ninguém no cais se lembrava de quando isso havia acontecido pela última vez.",
]
THREAD = [
    "21 de maio de 2025, 15:07 João Prado",
    "Meu pai passou por ali em 1961 e levou a manhã inteira.",
    "21 de maio de 2025, 16:12 Bia Telles",
    "Finalmente!",
]


def test_a_section_of_teasers_with_their_times_is_no_thread_and_does_not_reach_down_to_one() -> None:
    text = "\n".join([*MENU, "Comentários", *SECTION, *STORY, "Comentários (2)", *THREAD])
    assert Cleaner(only=["comments"]).clean(text) == "\n".join([*MENU, *SECTION, *STORY])


def test_comments_with_their_times_above_their_texts_are_one() -> None:
    thread = ["21 de maio de 2025, 15:07", "Meu pai passou por ali.", "21 de maio de 2025, 16:12", "Finalmente!"]
    text = "\n".join([*MENU, *STORY, "Comentários", *thread])
    assert Cleaner(only=["comments"]).clean(text) == "\n".join([*MENU, *STORY])


def test_a_call_to_comment_below_each_of_them_parts_none() -> None:
    thread = [
        *("21 de maio de 2025, 15:07 João Prado", "Meu pai passou por ali em 1961.", "Deixe um comentário"),
        *("21 de maio de 2025, 16:12 Bia Telles", "Finalmente!", "Deixe um comentário"),
        *("21 de maio de 2025, 17:01 Rui Prado", "O guarda sorriu.", "Deixe um comentário"),
        *("21 de maio de 2025, 18:48 Eva Lund", "Nos vemos no cais.", "Deixe um comentário"),
    ]
    assert Cleaner(only=["comments"]).clean("\n".join([*MENU, *STORY, *thread])) == "\n".join([*MENU, *STORY])
