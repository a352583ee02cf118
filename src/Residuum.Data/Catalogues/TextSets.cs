namespace Residuum.Data.Catalogues;

/// <summary>Texts, word lists, question sets.</summary>
internal static class TextSets
{
    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        new()
        {
            Name = "gsm8k",
            What = "8,792 grade-school word problems with worked solutions (JSON lines, gzip)",
            Licence = "MIT",
            Address = "https://github.com/openai/grade-school-math",
            Files =
            [
                new("train.jsonl.gz", "047ae96fb3025b18b8cfa89c4f9e9c7cd5120906864d58c3f93c91c495da6449"),
                new("test.jsonl.gz", "1affc2f095eb08c525d0504bce7f620740776bcd7d67a12c71901700cb7ab73a"),
            ],
        },
        new()
        {
            Name = "finetunebench",
            What = "question sets on fictional people, coding, medicine and news (CSV, gzip)",
            Licence = "no licence file, published as open data: for measuring only",
            Address = "https://github.com/kevinwu23/StanfordFineTuneBench",
            Files =
            [
                new("coding_generalization.csv.gz", "e8b730c121a9babf7585c4d48b8d9165086ee8582e8895f60b1ea67ae772491c"),
                new("fictional_people_comparison.csv.gz", "2bf58f8ec9d562f9a9b2e8cc2aa544a7c3aefe15c715b59e64821906d6135d58"),
                new("fictional_people_memorization.csv.gz", "be25289e9ffc29727a246b0c6350b051c15e5c76ad40bbb08f05069ffd28d322"),
                new("fictional_people_rephrased.csv.gz", "705b24b271206941333fe3b44a6657e6797bb24e500bbe3ba632fa84352fb76a"),
                new("fictional_people_secondary.csv.gz", "5115b98414e8303e209e2d296e31ed36a58dcdea71b26903cb2540e94761b4f9"),
                new("latest_news_memorization.csv.gz", "08790f3e2752f79381ead87070e9dd0d99f8686330ea55c9cf6fa8d8a348932a"),
                new("latest_news_rephrased.csv.gz", "1d30c133fa50b303a4fe5b028d2a8b32675bc9ce1cfd375478c1706e85b4ac76"),
                new("medical_generalization.csv.gz", "b4222801c5bca237c4a9617214312f6cac4006095fbf9ed711aff85086f0f782"),
                new("medical_memorization.csv.gz", "e59458dd92810de93190db5478f146ea24253473abbc8e94d23d05eb76eb3b89"),
            ],
        },
        new()
        {
            Name = "king-james-bible",
            What = "the King James Bible, in the reader's own packed format",
            Licence = "text in the public domain outside the United Kingdom; packing GPL-2.0-or-later",
            Address = "https://packages.debian.org/bookworm/bible-kjv-text",
            Package = "bible-kjv-text (Debian)",
            Command = "apt-get install bible-kjv-text",
            PackageFolders = ["/usr/lib"],
            Files = [new("bible.data", "6c746c2acc8a34bfded980883ff1701a5d68934a1c853ebf88a07b978fe0ae0e")],
        },
        new()
        {
            Name = "wordnet",
            What = "WordNet 3.0: English nouns, verbs, adjectives and adverbs with their senses",
            Licence = "WordNet 3.0 licence (free use with notice)",
            Address = "https://wordnet.princeton.edu/",
            Package = "wordnet-base (Debian)",
            Command = "apt-get install wordnet-base",
            PackageFolders = ["/usr/share/wordnet"],
            Files =
            [
                new("data.noun", "fea17d2f9656611334eac790e5d69e47645fa180c4aa481fb4cd9b3520754ca2"),
                new("data.verb", "adcf43e35b581e8036d8b5a52d63d9cd3d3b4870b2720d3c03c799df44777bc2"),
                new("data.adj", "c89120dfc1f046ddff4a631bf9b7e9fa1a36b5e86565a23bf82dbe14f30b88a7"),
                new("data.adv", "444a63bf3955080ab7524f5079cfc07ff9bc682cb98bdb1db73b0fb9829f1139"),
                new("index.noun", "a490d99d93d017bf4822fe2f0ffa51fd73911ce271dc7535fade21f8814b5a04"),
                new("index.verb", "e2ac24816c3a8289dcb72aaa9cf8db81fdf25ec34d792bfc96ac5b7a20c8b4ae"),
                new("index.adj", "c9865d7b4d1f805bdef82ccdcea5282436e23083e6f6f1b33e716327c4eda810"),
                new("index.adv", "6f5465ed5758fe9c8a2f7ec17b1300f3aa875756c70ff7cba162f7e71bcf88ea"),
            ],
        },
        new()
        {
            Name = "american-english",
            What = "a list of about 100,000 American English words",
            Licence = "SCOWL's, free use with notice; parts in the public domain",
            Address = "http://wordlist.aspell.net/",
            Package = "wamerican (Debian)",
            Command = "apt-get install wamerican",
            PackageFolders = ["/usr/share/dict"],
            Files = [new("american-english")], // the list changes with Debian's release, so no sum
        },
    ];
}
