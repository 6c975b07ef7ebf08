/** What the page says itself, in the languages that it can be read in. */
export const words = {
  en: { title: 'Who met whom', search: 'Name of an official', none: 'Nobody is called that.', meetings: 'Meetings', page: 'More about', table: 'As a table', failed: 'The server gave no answer:' },
  ar: { title: 'من التقى بمن', search: 'اسم المسؤول', none: 'لا أحد بهذا الاسم.', meetings: 'اللقاءات', page: 'المزيد عن', table: 'في جدول', failed: 'لم يُجب الخادم:' },
  fr: { title: 'Qui a rencontré qui', search: 'Nom d’un responsable', none: 'Personne ne porte ce nom.', meetings: 'Rencontres', page: 'En savoir plus sur', table: 'En tableau', failed: 'Le serveur n’a pas répondu :' },
  es: { title: 'Quién se reunió con quién', search: 'Nombre de un responsable', none: 'Nadie se llama así.', meetings: 'Reuniones', page: 'Más sobre', table: 'En tabla', failed: 'El servidor no respondió:' },
};

export type Language = keyof typeof words;

export const isLanguage = (tag: string): tag is Language => tag in words;

/** Which way a language is written. */
export const direction = (language: Language): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr');
