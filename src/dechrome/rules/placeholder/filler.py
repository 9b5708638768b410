"""Telling filler from text: how much of a line is made of the words of the known filler texts."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_WORDS = frozenset(
    """
    a ab ac accumsan accusamus accusantium ad adipisci adipiscing adipisicing aenean aliqua aliquam aliquet
    aliquid aliquip amet anim ante aperiam architecto arcu asperiores assumenda at atque auctor augue aut aute
    autem beatae bibendum blandit blanditiis cillum class commodi commodo condimentum congue consectetuer
    consectetur consequat consequatur consequuntur convallis corporis corrupti cras culpa cum cupidatat
    cupiditate curabitur cursus dapibus debitis delectus deleniti deserunt diam dicta dictum dignissim
    dignissimos dis do dolor dolore dolorem doloremque dolores doloribus dolorum donec ducimus dui duis ea eaque
    earum efficitur egestas eget eius eiusmod eleifend elementum eligendi elit enim eos erat eros error esse est
    et etiam eu euismod eum eveniet ex excepteur excepturi exercitation exercitationem expedita explicabo facere
    facilis facilisi facilisis fames faucibus felis fermentum feugiat finibus fringilla fuga fugiat fugit fusce
    gravida habitant habitasse harum hendrerit hic iaculis id illo illum impedit imperdiet in incididunt
    incidunt integer inventore ipsa ipsam ipsum irure iste itaque iure iusto justo labore laboriosam laboris
    laborum lacinia lacus laoreet laudantium lectus leo libero ligula lobortis lorem luctus maecenas magna magni
    magnis maiores malesuada massa mattis mauris maxime metus mi minim minima minus modi molestiae molestias
    molestie mollis mollit mollitia montes morbi mus nam nascetur natoque natus nec necessitatibus nemo neque
    nesciunt netus nibh nihil nisi nisl nobis non nostrud nulla nullam numquam nunc obcaecati occaecat occaecati
    odio odit officia officiis omnia omnis optio orci ornare pariatur parturient pellentesque penatibus per
    perferendis perspiciatis pharetra phasellus placeat placerat platea porro porta porttitor possimus posuere
    potenti praesent praesentium pretium primis proident provident pulvinar purus quae quaerat quam quas quasi
    qui quia quibusdam quidem quis quisquam quisque quo quod quos ratione recusandae reiciendis rem repellat
    repellendus reprehenderit repudiandae rerum rhoncus ridiculus risus rutrum saepe sagittis sapien sapiente
    scelerisque sed sem semper senectus sequi similique sint sit sociis sociosqu sodales sollicitudin soluta
    sunt suscipit suspendisse tellus tempor tempora tempore temporibus tempus tenetur tincidunt tortor totam
    tristique turpis ullam ullamco ullamcorper ultrices ultricies unde urna ut varius vehicula vel velit
    venenatis veniam veritatis vero vestibulum vitae vivamus viverra voluptas voluptate voluptatem voluptates
    voluptatibus voluptatum volutpat vulputate
    """.split()
)
_FEWEST = 4


def filler_share(text: str) -> float:
    """The share of the words of `text` that belong to filler; 0.0 for fewer than four words.

    >>> filler_share("Lorem ipsum dolor sit amet, consectetur elit."), filler_share("Lorem ipsum is dummy text.")
    (1.0, 0.4)
    """
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < _FEWEST:
        return 0.0
    return sum(word in _WORDS for word in words) / len(words)
