"""Names from many of the communities of England: given names for girls and boys, and family names.

Each community is a way of being named, not a measure of anybody: families are dealt out of all of them alike, whatever
their story. Family names of children in well-known reviews are left out.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Community:
    """``feminine``: endings of family names that differ for women (Polish ``-ski``/``-ska``). ``single``: some people of this
    community have one name only."""

    girls: tuple[str, ...]
    boys: tuple[str, ...]
    family: tuple[str, ...]
    feminine: tuple[tuple[str, str], ...] = ()
    single: bool = False

    def family_name(self, name: str, sex: str) -> str:
        """The family name as this person bears it."""
        for his, hers in self.feminine:
            if sex == "F" and name.endswith(his):
                return name.removesuffix(his) + hers
        return name


def _words(text: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in text.replace("\n", ",").split(",") if each.strip())


NORTHERN = Community(
    _words("""Ellie, Demi, Chantelle, Gemma, Kirsty, Stacey, Tilly, Maisie, Esmé, Imogen, Zoë, Chloë, Bethany, Hollie, Paige,
    Lexi, Scarlett, Ruby, Erin, Freya, Millie, Lacey, Summer, Robyn, Skye, Evie, Daisy, Eliza, Nancy, Peggy"""),
    _words("""Kyle, Craig, Dean, Liam, Ryan, Jack, Alfie, Riley, Reuben, Noah, Toby, Archie, Finley, Kian, Jude, Stanley, Mason,
    Harvey, Ellis, Rhys, Bobby, Frankie, Wayne, Scott, Darren, Carl, Gary, Stuart, Nathaniel, Wilfred"""),
    _words("""Ackroyd, Birtwistle, Cropper, Duckworth, Entwistle, Fairclough, Grimshaw, Hargreaves, Iddon, Kershaw, Lonsdale,
    Mawdsley, Ollerenshaw, Pilling, Ramsbottom, Sagar, Threlfall, Unsworth, Whittle, Yates, Ashworth, Bamber, Catterall,
    Dewhurst, Eccles, Fielden, Holroyd, Jepson, Heap, Walmsley, Smith-Rawlings, Pye"""),
)
IRISH = Community(
    _words("Aoife, Niamh, Saoirse, Róisín, Orla, Ciara, Gráinne, Shauna, Siobhán, Caoimhe, Bridget, Margaret, Kathleen"),
    _words("Cillian, Declan, Eoin, Fionn, Oisín, Pádraig, Ruairí, Seán, Conor, Darragh, Patrick, Michael"),
    _words("O'Hanlon, O'Dowd, Doherty, McGinty, Gallagher-Roe, Keane, MacGowan, O'Shaughnessy, Ní Bhriain, Cassidy, Ward"),
)
WELSH_SCOTS = Community(
    _words("Siân, Nerys, Ffion, Catrin, Cerys, Eilidh, Mhairi, Isla, Kirstin, Non"),
    _words("Gethin, Iestyn, Llŷr, Rhodri, Callum, Hamish, Ewan, Fraser, Lachlan, Owain"),
    _words("ap Dafydd, Llewellyn-Price, Gruffydd, Bevan, MacAskill, Farquharson, Dalgleish, McKechnie, Prosser"),
)
PAKISTANI = Community(
    _words("Aisha, Zainab, Maryam, Hafsa, Sana, Iqra, Khadija, Rukhsana, Nasreen, Shazia, Amara, Anum, Bushra"),
    _words("Hamza, Bilal, Usman, Yusuf, Zayn, Ibrahim, Faisal, Imran, Tariq, Adeel, Haris, Kamran, Waqas"),
    _words("Mahmood, Akhtar, Chaudhry, Bashir, Mirza, Raza, Butt, Iqbal, Saleem, Qureshi, Javed, Tahir"),
)
BENGALI = Community(
    _words("Nusrat, Tahmina, Ruksana, Sultana, Farhana, Jannat, Sadia, Mahfuza, Anika"),
    _words("Rahim, Shafiq, Tanvir, Arif, Jubair, Nazmul, Ashraf, Mahin, Rafi"),
    _words("Miah, Begum-Ali, Uddin, Khatun, Chowdhury, Islam, Ullah, Hoque, Sarkar"),
)
INDIAN = Community(
    _words("Simran, Harleen, Jasleen, Anjali, Kavita, Meera, Pooja, Diya, Riya, Manpreet, Gurleen, Nisha"),
    _words("Arjun, Harjit, Gurdeep, Rohan, Vikram, Jaspal, Amar, Dev, Kiran, Ishaan, Manvir"),
    _words("Kaur, Singh, Patel, Solanki, Grewal, Dhillon, Rathod, Bains, Chauhan, Mistry, Iyer"),
)
WEST_AFRICAN = Community(
    _words("Adaeze, Folake, Ngozi, Efua, Abena, Temitope, Ọmọlará, Blessing, Chiamaka, Akosua, Fatoumata, Mariama"),
    _words("Chidi, Kwame, Emeka, Tobi, Kofi, Olúwaṣeun, Ikenna, Yaw, Mamadou, Ousmane, Babajide, Ebenezer"),
    _words("Okonjo, Adebayo-Cole, Boateng-Mills, Nwachukwu, Asante, Eze, Owusu, Balogun, N'Diaye, Camara, Ogunleye, Sarpong"),
)
EAST_AFRICAN = Community(
    _words("Hodan, Ifrah, Ubah, Sagal, Hibo, Selam, Eden, Tsehay, Nyaboke, Wanjiru, Asha"),
    _words("Abdirahman, Cabdi, Liban, Mahad, Yonas, Dawit, Biniam, Tesfaye, Kamau, Otieno, Warsame"),
    _words("Warsame, Jama, Farah, Guled, Tekle, Haile, Gebremariam, Mwangi, Abdulle, Shire"),
    single=True,
)
CARIBBEAN = Community(
    _words("Shanice, Keisha, Tianna, Monique, Renée, Aaliyah, Zhané, Jada, Marcia, Yvonne"),
    _words("Jermaine, Tyrell, Dwayne, Andre, Kemar, Marlon, Leroy, Jahmal, Isaiah, Curtis"),
    _words("Campbell-Reid, Grant, Palmer, Beckford, Fenton, Lewin, Bogle, St. Clair, Dacres, Morant"),
)
POLISH = Community(
    _words("Zofia, Kasia, Małgorzata, Oliwia, Agnieszka, Magda, Hanna, Zuzanna, Iwona, Dominika"),
    _words("Łukasz, Paweł, Jakub, Michał, Tomasz, Kacper, Szymon, Mateusz, Wojciech, Oskar"),
    _words("Wójcik, Zieliński, Nowicki, Dąbrowski, Krawczyk, Szymański, Pająk, Woźniak, Lis"),
    feminine=(("ński", "ńska"), ("cki", "cka"), ("wski", "wska")),
)
ROMANIAN_ROMA = Community(
    _words("Ioana, Ștefania, Mihaela, Florica, Alina, Roxana, Mădălina, Esmeralda, Narcisa, Denisa"),
    _words("Ionuț, Ștefan, Florin, Marius, Cătălin, Gheorghe, Robert, Samuel, Emil, Rafael"),
    _words("Ciobanu, Dumitru, Lăcătuș, Horváth, Balog, Rostaş, Ungureanu, Petrescu, Căldăraru"),
)
BALTIC_UKRAINIAN = Community(
    _words("Oksana, Daryna, Solomiia, Rasa, Eglė, Ieva, Kateryna, Yuliia, Olha, Viktorija"),
    _words("Bohdan, Taras, Dmytro, Mykola, Tomas, Jonas, Andriy, Maksym, Ostap, Rokas"),
    _words("Kovalenko, Bondarenko, Shevchuk, Jankauskas, Petrauskas, Lysenko, Hnatiuk, Kazlauskas"),
    feminine=(("auskas", "auskienė"),),
)
ARABIC_KURDISH = Community(
    _words("Rojin, Shilan, Yara, Layan, Hala, Dilan, Rania, Nour, Berfîn, Tamara, Zahra"),
    _words("Rebwar, Karwan, Omar, Kareem, Sardar, Azad, Mustafa, Hoshyar, Laith, Zaid"),
    _words("al-Hamdani, Barzinji, Haddad, Saleh, al-Masri, Kakai, Nasser, Othman, Ghazal"),
    single=True,
)
AFGHAN_IRANIAN = Community(
    _words("Parisa, Shirin, Laleh, Zarmina, Freshta, Nilofar, Mahsa, Storai, Golnaz"),
    _words("Farhad, Kaveh, Omid, Najib, Wali, Behrouz, Zabihullah, Siavash, Qais"),
    _words("Rahimi, Karimzada, Ahmadi, Stanikzai, Moradi, Hotak, Tehrani, Wardak"),
    single=True,
)
CHINESE_VIETNAMESE = Community(
    _words("Mei, Xiu Ying, Jia Yi, Linh, Thảo, Ngọc, Hui Min, Suk-yin, Trang"),
    _words("Jun, Wei Jie, Minh, Đức, Hao Ran, Chi Keung, Quang, Yat-hei, Bảo"),
    _words("Lam, Zhang, Nguyễn, Trần, Kwok, Tsang, Phạm, Leung, Xu"),
)
PORTUGUESE_LATIN = Community(
    _words("Conceição, Inês, Beatriz, Ana Lúcia, Ximena, Valentina, Marisol, Graça, Lucía"),
    _words("João, Tiago, Gonçalo, Nuno, Andrés, Joaquín, Rui, Emiliano, Sebastião"),
    _words("Gonçalves, Simões, Teixeira, da Conceição, Muñoz, Peñaloza, Brandão, Quispe"),
)
TURKISH = Community(
    _words("Gülşen, Elif, Zeynep, Şeyma, Ayşe, Nilgün, Defne, Ceren"),
    _words("Çağlar, Emre, Kerem, Ozan, Tolga, Yiğit, Barış, Serkan"),
    _words("Yıldırım, Karagöz, Öztürk, Şahin, Demirci, Güneş, Çelik, Aydın"),
)
FILIPINO_TAMIL = Community(
    _words("Maricel, Analyn, Jhoanna, Thamilini, Kavitha, Abirami, Rosalie, Lakshmi"),
    _words("Jun-jun, Reynaldo, Arnel, Kugan, Nirushan, Pradeep, Rommel, Suren"),
    _words("dela Peña, Bautista, Sivakumaran, Thevarajah, Macaraeg, Nadarajah, Villanueva, Ponnambalam"),
    single=True,
)

COMMUNITIES: tuple[Community, ...] = (
    *(NORTHERN,) * 9,
    *(PAKISTANI,) * 2,
    *(POLISH,) * 2,
    *(WEST_AFRICAN,) * 2,
    IRISH,
    WELSH_SCOTS,
    BENGALI,
    INDIAN,
    EAST_AFRICAN,
    CARIBBEAN,
    ROMANIAN_ROMA,
    BALTIC_UKRAINIAN,
    ARABIC_KURDISH,
    AFGHAN_IRANIAN,
    CHINESE_VIETNAMESE,
    PORTUGUESE_LATIN,
    TURKISH,
    FILIPINO_TAMIL,
)
"""A pack to deal from; a community that stands several times is dealt more often, as in a northern town."""
