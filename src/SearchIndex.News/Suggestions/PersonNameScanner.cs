using System.Buffers;
using SearchIndex.Engine.Analysis.Folding;

namespace SearchIndex.News.Suggestions;

/// <summary>
/// Finds persons in running text by the office that stands before a name (外相林芳正, 外交部发言人毛宁). The name begins with a surname; how long it is
/// shows where it stands several times: what follows a name varies, its own characters do not.
/// </summary>
internal sealed class PersonNameScanner
{
    private const int MaxGivenCharacters = 2;
    private const int MaxSurname = 2;

    private static readonly SearchValues<string> Offices = SearchValues.Create(
        [
            "总统", "总理", "首相", "主席", "外相", "外长", "部长", "大臣", "国务卿", "议员", "议长", "书记", "市长", "省长", "州长", "发言人", "教授", "委员长",
            "秘书长", "行政长官", "将军", "司令", "大使", "主任", "院长", "校长", "局长", "总裁", "董事长", "律师", "作家", "导演", "学者", "博士", "候选人", "领导人",
            "总干事", "司长", "委员", "记者", "专家", "研究员", "分析师", "检察官", "法官", "球员", "选手", "演员", "歌手", "防长", "特使", "长官", "创始人", "负责人",
        ],
        StringComparison.Ordinal);

    /// <summary>The surnames of one character; the most frequent hundreds, folded.</summary>
    private static readonly HashSet<char> Surnames =
    [
        .. "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤",
        .. "温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时阳穆农司卓古吉缪简车项连芦麦褚娄",
        .. "窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝封谈匡鞠惠荆乐冀胥习南班储原栗燕楚鄢扎奚朴",
    ];

    /// <summary>Surnames of two characters: Chinese ones, and Japanese ones that are in the news.</summary>
    private static readonly HashSet<string> LongSurnames =
    [
        "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "令狐", "夏侯", "慕容", "司徒", "端木", "公孙", "南宫", "独孤",
        "岸田", "安倍", "石破", "河野", "茂木", "上川", "高市", "小泉", "麻生", "野田", "枝野", "福田", "鸠山", "佐藤", "田中", "铃木", "山本", "中村", "小林",
        "松野", "木原", "滨田", "西村", "加藤", "斋藤", "渡边", "伊藤", "高桥", "井上", "岩屋", "石原", "小池", "二阶", "甘利", "世耕", "村上", "中谷", "前原",
    ];

    private readonly Dictionary<string, Followers> _found = new(StringComparer.Ordinal);

    /// <summary>Looks through a text.</summary>
    public void Add(string text)
    {
        string folded = CharacterFold.Fold(text);
        int at = 0;
        while (at < folded.Length)
        {
            int office = folded.AsSpan(at).IndexOfAny(Offices);
            if (office < 0)
            {
                return;
            }

            at = EndOfOffice(folded, at + office);
            AddNameAt(folded, at);
        }
    }

    /// <summary>Takes what another scanner found as well.</summary>
    public void Add(PersonNameScanner other)
    {
        foreach ((string beginning, Followers followers) in other._found)
        {
            FollowersOf(beginning).Add(followers);
        }
    }

    /// <summary>Returns the names found at least so often, the longer form of each where that is the name.</summary>
    /// <param name="minCount">How often.</param>
    /// <param name="isWord">Tells whether two characters are a word, and the second of them so no part of a name.</param>
    public IEnumerable<string> Names(int minCount, Func<string, bool> isWord)
    {
        foreach ((string beginning, Followers followers) in _found)
        {
            if (followers.Count >= minCount)
            {
                yield return beginning + followers.Usual(isWord);
            }
        }
    }

    /// <summary>Returns the end of the office at a place: of the longest run of its kind of characters, 4 at most.</summary>
    private static int EndOfOffice(string text, int start)
    {
        const int shortest = 2;
        const int longest = 4;
        for (int length = longest; length > shortest; length--)
        {
            if (start + length <= text.Length && Offices.Contains(text.Substring(start, length)))
            {
                return start + length;
            }
        }

        return start + shortest;
    }

    /// <summary>Notes the surname and the first given character at a place, and what follows them.</summary>
    private void AddNameAt(string text, int at)
    {
        int surname = SurnameLength(text, at);
        int known = at + surname + 1;
        if (surname == 0 || known > text.Length || !IsHan(text[known - 1]))
        {
            return;
        }

        string behind = text[known..Math.Min(text.Length, known + MaxGivenCharacters)];
        FollowersOf(text[at..known]).Add(behind);
    }

    private static int SurnameLength(string text, int at)
    {
        if (at + MaxSurname <= text.Length && LongSurnames.Contains(text.Substring(at, MaxSurname)))
        {
            return MaxSurname;
        }

        return at < text.Length && Surnames.Contains(text[at]) ? 1 : 0;
    }

    private static bool IsHan(char unit) => unit is >= '\u4E00' and <= '\u9FFF';

    private Followers FollowersOf(string beginning)
    {
        if (!_found.TryGetValue(beginning, out Followers? followers))
        {
            followers = new Followers();
            _found.Add(beginning, followers);
        }

        return followers;
    }

    /// <summary>What stood behind a surname and the first given character.</summary>
    private sealed class Followers
    {
        /// <summary>The share that a character needs to be part of the name.</summary>
        private const double Agreement = 0.6;

        private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

        public int Count { get; private set; }

        public void Add(string behind, int count = 1)
        {
            Count += count;
            _counts[behind] = _counts.GetValueOrDefault(behind) + count;
        }

        public void Add(Followers other)
        {
            foreach ((string behind, int count) in other._counts)
            {
                Add(behind, count);
            }
        }

        /// <summary>Returns the character that the name has as well, or nothing.</summary>
        public string Usual(Func<string, bool> isWord)
        {
            var byCharacter = new Dictionary<char, int>();
            foreach ((string behind, int count) in _counts)
            {
                bool goesOn = behind.Length > 0 && IsHan(behind[0]) && !(behind.Length > 1 && IsHan(behind[1]) && isWord(behind));
                if (goesOn)
                {
                    byCharacter[behind[0]] = byCharacter.GetValueOrDefault(behind[0]) + count;
                }
            }

            (char character, int best) = byCharacter.OrderByDescending(entry => entry.Value).FirstOrDefault();
            return best >= Agreement * Count ? character.ToString() : string.Empty;
        }
    }
}
